package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The merchants of an application, and what must hold of all of them together. */
public final class Merchants {
    static final String PROPERTY = "paycrypt.merchants";

    private static final String NAME = "[A-Za-z0-9._-]{1,64}";

    private Merchants() {}

    /**
     * Returns the names that the properties give.
     *
     * @param environment the properties
     * @return the names, none with the short form alone
     */
    public static List<String> names(Environment environment) {
        return Binder.get(environment)
                .bind(PROPERTY, Bindable.mapOf(String.class, Object.class))
                .map(merchants -> List.copyOf(merchants.keySet()))
                .orElse(List.of());
    }

    /**
     * Returns all merchants, or fails with everything that is wrong with them.
     *
     * @param properties the properties
     * @param shortForm the details of the merchant that has no name, if there is one
     * @return the merchants, that of the short form first
     */
    public static List<MerchantSettings> of(
            PayCryptProperties properties, @Nullable PayCryptConnectionDetails shortForm) {
        List<MerchantSettings> all = new ArrayList<>();
        if (shortForm != null) {
            all.add(MerchantSettings.shortForm(properties));
        }
        properties.merchants().keySet().forEach(name -> all.add(MerchantSettings.named(properties, name)));
        List<String> wrong = new ArrayList<>();
        all.forEach(merchant -> check(merchant, wrong));
        requireDifferent(all, "the same name", each -> uniform(each.name()), wrong);
        requireDifferent(all, "the same key", each -> each.properties().key(), wrong);
        if (properties.webhook().enabled()) {
            requireDifferent(all, "the same webhook path", Merchants::path, wrong);
        }
        reject(wrong);
        return all;
    }

    /** What the short form lacks may come from a bean of the application's. */
    private static void check(MerchantSettings merchant, List<String> wrong) {
        if (!merchant.name().matches(NAME)) {
            wrong.add(PROPERTY + "." + merchant.name() + ": a name has 1 to 64 letters, digits, dots, hyphens and"
                    + " underscores.");
        }
        if (merchant.properties().webhook().enabled()
                && merchant.properties().webhook().path().isEmpty()) {
            wrong.add(merchant.prefix() + "webhook.path is not set: it is the path that PayCrypt delivers to for this"
                    + " merchant alone.");
        }
        if (!merchant.name().equals(MerchantSettings.SHORT_FORM)) {
            wrong.addAll(PropertyRules.missing(merchant));
        }
    }

    /** Paths lead to a merchant in any case and with further slashes. */
    private static @Nullable String path(MerchantSettings merchant) {
        String path = merchant.properties().webhook().path();
        return path.isEmpty() ? null : path.toLowerCase(Locale.ROOT);
    }

    /** As Boot reads names of properties: an environment variable cannot spell a hyphen. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static void requireDifferent(
            List<MerchantSettings> all,
            String what,
            Function<MerchantSettings, @Nullable String> value,
            List<String> wrong) {
        for (int i = 0; i < all.size(); i++) {
            String own = value.apply(all.get(i));
            for (MerchantSettings other : all.subList(0, i)) {
                if (own != null && own.equals(value.apply(other))) {
                    wrong.add("The merchants " + other.name() + " and "
                            + all.get(i).name() + " have " + what + ".");
                }
            }
        }
    }

    private static void reject(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new PayCryptConfigurationException(
                    "The merchants of PayCrypt cannot be told apart, or are configured in part only.\n\n- "
                            + String.join("\n- ", wrong),
                    "Give each of paycrypt.merchants.<name> a key, a secret and a webhook.path of its own, and a base-url"
                            + " unless paycrypt.base-url holds for all. paycrypt.key and paycrypt.secret are the merchant"
                            + " \"default\".");
        }
    }
}
