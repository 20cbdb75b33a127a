package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.auth.Credentials;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.convert.DurationStyle;

/** Makes values of properties, or says which properties are missing or wrong and where to get them. */
public final class PropertyRules {
    private static final String WHERE_BASE_URL = "the address of your PayCrypt server, such as https://pay.example.com";
    private static final String WHERE_KEY = "the API key that PayCrypt issued to you, from your merchant account";
    private static final String WHERE_SECRET = "the secret that came with the API key, from your merchant account";

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final long LARGEST_BODY = 64L << 20;
    private static final int MAX_WORKERS = 256;

    private PropertyRules() {}

    /** Fails if something is missing that every call needs. */
    static void requireAll(MerchantSettings merchant) {
        List<String> missing = missing(merchant);
        if (!missing.isEmpty()) {
            throw new PayCryptConfigurationException(
                    "PayCrypt is configured in part only.\n\n- " + String.join("\n- ", missing),
                    "Set each as a property or as an environment variable (PAYCRYPT_BASE_URL, PAYCRYPT_KEY,"
                            + " PAYCRYPT_SECRET). " + withoutPayCrypt());
        }
    }

    static List<String> missing(MerchantSettings merchant) {
        PayCryptProperties properties = merchant.properties();
        List<String> missing = new ArrayList<>();
        demand(missing, merchant.prefix() + "base-url", properties.baseUrl(), WHERE_BASE_URL);
        demand(missing, merchant.prefix() + "key", properties.key(), WHERE_KEY);
        demand(missing, merchant.prefix() + "secret", properties.secret(), WHERE_SECRET);
        return missing;
    }

    static String baseUrl(MerchantSettings merchant) {
        String baseUrl = given(merchant.properties().baseUrl());
        if (baseUrl.isBlank()) {
            requireAll(merchant);
        }
        return baseUrl;
    }

    public static Credentials credentials(MerchantSettings merchant) {
        requireAll(merchant);
        PayCryptProperties properties = merchant.properties();
        String names = merchant.prefix() + "key and " + merchant.prefix() + "secret";
        return credentials(names, given(properties.key()), given(properties.secret()));
    }

    public static List<Credentials> alsoAccepted(MerchantSettings merchant) {
        List<Credentials> accepted = new ArrayList<>();
        for (PayCryptProperties.Pair pair : merchant.properties().webhook().alsoAccept()) {
            String name = merchant.prefix() + "webhook.also-accept[" + accepted.size() + "]";
            accepted.add(credentials(name, given(pair.key()), given(pair.secret())));
        }
        return accepted;
    }

    public static int maxBodySize(PayCryptProperties properties) {
        long bytes = properties.webhook().maxBodySize().toBytes();
        if (bytes < 1 || bytes > LARGEST_BODY) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.max-body-size cannot be used: " + bytes + " bytes",
                    "Give a size from 1B to 64MB, or leave it out.");
        }
        return (int) bytes;
    }

    /**
     * Checks the numbers and times of the inbox.
     *
     * @param inbox its properties
     */
    public static void requireUsable(PayCryptProperties.Inbox inbox) {
        if (inbox.workers() < 0 || inbox.workers() > MAX_WORKERS) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.inbox.workers cannot be used: " + inbox.workers(),
                    "Give a number from 0 to " + MAX_WORKERS + "; 0 leaves the work to other processes.");
        }
        requireTime("paycrypt.webhook.inbox.keep-for", inbox.keepFor());
    }

    private static void requireTime(String property, Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new PayCryptConfigurationException(
                    property + " cannot be used: " + DurationStyle.SIMPLE.print(time),
                    "Give a time of at least " + DurationStyle.SIMPLE.print(SHORTEST) + " and at most "
                            + DurationStyle.SIMPLE.print(LONGEST, ChronoUnit.DAYS) + ", such as 10s or 30d.");
        }
    }

    private static Credentials credentials(String properties, String key, String secret) {
        try {
            return Credentials.of(key, secret);
        } catch (IllegalArgumentException wrong) {
            throw new PayCryptConfigurationException(
                    "The values of " + properties + " cannot be used: " + wrong.getMessage(),
                    "Copy key and secret once more, exactly as PayCrypt issued them, without line breaks around them.");
        }
    }

    private static void demand(List<String> missing, String property, @Nullable String value, String where) {
        if (value == null) {
            missing.add(property + " is not set: it is " + where + ".");
        } else if (value.isBlank()) {
            missing.add(property + " is blank: it is " + where + ".");
        }
    }

    private static String withoutPayCrypt() {
        return AotDetector.useGeneratedArtifacts()
                ? "That this application uses PayCrypt was settled when it was processed ahead of time: to run without,"
                        + " process it with none of the three set."
                : "To run without PayCrypt, set none of the three, not even to nothing.";
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
