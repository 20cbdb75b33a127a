package com.paycrypt.sdk;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.text.Violations;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a client's settings from environment variables; what is wrong with them is reported when the client is built. */
final class Environment {
    private static final String BASE_URL = "PAYCRYPT_BASE_URL";
    private static final String KEY = "PAYCRYPT_KEY";
    private static final String SECRET = "PAYCRYPT_SECRET";
    private static final String ALLOW_PLAIN_HTTP = "PAYCRYPT_ALLOW_PLAIN_HTTP";

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    String baseUrl() {
        return variables.getOrDefault(BASE_URL, "");
    }

    @Nullable
    Credentials credentials(Violations violations) {
        try {
            return Credentials.of(variables.getOrDefault(KEY, ""), variables.getOrDefault(SECRET, ""));
        } catch (IllegalArgumentException e) {
            violations.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    boolean allowsPlainHttp(Violations violations) {
        String value = variables.getOrDefault(ALLOW_PLAIN_HTTP, "");
        if (!value.isBlank() && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            violations.add(ALLOW_PLAIN_HTTP + " is neither true nor false: set one of them or leave it unset");
        }
        return value.equalsIgnoreCase("true");
    }
}
