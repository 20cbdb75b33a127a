package com.paycrypt.sdk.spring.internal.config;

import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Keeps the secrets out of the endpoints {@code env} and {@code configprops}, whatever they are told to show. */
public final class SecretSanitizer implements SanitizingFunction {
    /** A function for Boot's actuator. */
    public SecretSanitizer() {}

    @Override
    public SanitizableData apply(SanitizableData data) {
        return isSecret(data.getKey()) ? data.withSanitizedValue() : data;
    }

    /** In any spelling: a property, an environment variable, an element of a list. */
    private static boolean isSecret(String key) {
        String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.startsWith("paycrypt") && letters.endsWith("secret");
    }
}
