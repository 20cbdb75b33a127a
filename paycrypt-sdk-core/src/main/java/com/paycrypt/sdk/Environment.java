package com.paycrypt.sdk;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.Violations;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client's settings in environment variables. */
final class Environment {
    static final String BASE_URL = "PAYCRYPT_BASE_URL";
    static final String KEY = "PAYCRYPT_KEY";
    static final String SECRET = "PAYCRYPT_SECRET";
    static final String ALLOW_PLAIN_HTTP = "PAYCRYPT_ALLOW_PLAIN_HTTP";

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    PayCryptClient.Builder builder() {
        checkPresence();
        PayCryptClient.Builder builder = PayCryptClient.builder(get(BASE_URL), Credentials.of(get(KEY), get(SECRET)));
        return "true".equalsIgnoreCase(variables.get(ALLOW_PLAIN_HTTP)) ? builder.allowPlainHttp() : builder;
    }

    private void checkPresence() {
        Violations violations = new Violations();
        check(BASE_URL, "the server's address, such as https://paycrypt.example", violations);
        check(KEY, "the API key", violations);
        check(SECRET, "the secret of the API key", violations);
        checkSwitch(variables.get(ALLOW_PLAIN_HTTP), violations);
        violations.throwIfAny("the environment does not describe a PayCrypt client");
    }

    private void check(String name, String meaning, Violations violations) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            violations.add(name + " is " + (value == null ? "not set" : "blank") + ": set it to " + meaning);
        }
    }

    private static void checkSwitch(@Nullable String value, Violations violations) {
        if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false") && !value.isBlank()) {
            violations.add(ALLOW_PLAIN_HTTP + " is neither true nor false: set one of them or leave it unset");
        }
    }

    private String get(String name) {
        return Objects.requireNonNull(variables.get(name));
    }
}
