package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three headers of a delivery, each found exactly once or absent, which is the empty text. */
record SignatureHeaders(String key, String timestamp, String signature) implements WebhookEvent.Signed {
    static final String KEY = "X-Paycrypt-Key";
    static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    static final String SIGNATURE = "X-Paycrypt-Signature";

    /** Refuses a header that comes twice: proxies, servers and frameworks differ in which of the two they believe. */
    static SignatureHeaders of(Function<String, @Nullable List<String>> headers) {
        return new SignatureHeaders(
                single(headers, KEY, "x-paycrypt-key"),
                single(headers, TIMESTAMP, "x-paycrypt-timestamp"),
                single(headers, SIGNATURE, "x-paycrypt-signature"));
    }

    /** Looks under both spellings: HTTP/2 servers and gateways hand out maps with lower-case names. */
    private static String single(Function<String, @Nullable List<String>> headers, String name, String lowerCaseName) {
        List<String> canonical = headers.apply(name);
        List<String> lowerCase = headers.apply(lowerCaseName);
        if (isAbsent(canonical)) {
            return only(lowerCase, name);
        }
        String value = only(canonical, name);
        if (!isAbsent(lowerCase) && !value.equals(only(lowerCase, name))) {
            throw duplicate(name);
        }
        return value;
    }

    /** What came under a name, in either spelling, for showing it: once, several times or not at all. */
    static String seen(Function<String, @Nullable List<String>> headers, String name) {
        List<String> canonical = headers.apply(name);
        return String.valueOf(isAbsent(canonical) ? headers.apply(name.toLowerCase(Locale.ROOT)) : canonical);
    }

    private static boolean isAbsent(@Nullable List<String> values) {
        return values == null || values.isEmpty();
    }

    private static String only(@Nullable List<String> values, String name) {
        if (values == null || values.isEmpty()) {
            return "";
        }
        if (values.size() > 1) {
            throw duplicate(name);
        }
        return Objects.requireNonNullElse(values.get(0), "");
    }

    private static WebhookRejectedException duplicate(String name) {
        return new WebhookRejectedException(
                Reason.DUPLICATE_HEADER,
                name + " came more than once: look for a proxy that adds it, or an attempt to smuggle a second value");
    }

    /** What a replay guard knows a delivery by; blanks, which none of the three can hold, keep them apart. */
    @Override
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] signed = (key + ' ' + timestamp + ' ' + signature).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(sha256.digest(signed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256, which every Java platform must have", e);
        }
    }

    /** Names the key alone: what is signed stays out of logs. */
    @Override
    public String toString() {
        return "SignatureHeaders[key=" + LogText.of(key) + "]";
    }
}
