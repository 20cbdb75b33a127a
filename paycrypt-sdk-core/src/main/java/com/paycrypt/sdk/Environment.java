package com.paycrypt.sdk;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.http.BaseUrl;
import com.paycrypt.sdk.internal.text.Violations;
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
        Violations violations = new Violations();
        checkBaseUrl(violations);
        Credentials credentials = credentials(violations);
        checkSwitch(variables.get(ALLOW_PLAIN_HTTP), violations);
        violations.throwIfAny("the environment does not describe a PayCrypt client");
        PayCryptClient.Builder builder = PayCryptClient.builder(get(BASE_URL), Objects.requireNonNull(credentials));
        return plainHttp() == BaseUrl.PlainHttp.ANYWHERE ? builder.allowPlainHttp() : builder;
    }

    private void checkBaseUrl(Violations violations) {
        if (isSet(BASE_URL, "the server's address, such as https://paycrypt.example", violations)) {
            BaseUrl.parse(get(BASE_URL), plainHttp(), violations);
        }
    }

    /** What is not set is told already: the other of the two may be wrong as well. */
    private @Nullable Credentials credentials(Violations violations) {
        boolean key = isSet(KEY, "the API key", violations);
        boolean secret = isSet(SECRET, "the secret of the API key", violations);
        try {
            return Credentials.of(key ? get(KEY) : "absent", secret ? get(SECRET) : "absent");
        } catch (IllegalArgumentException e) {
            violations.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private BaseUrl.PlainHttp plainHttp() {
        return "true".equalsIgnoreCase(variables.get(ALLOW_PLAIN_HTTP))
                ? BaseUrl.PlainHttp.ANYWHERE
                : BaseUrl.PlainHttp.LOOPBACK_ONLY;
    }

    private boolean isSet(String name, String meaning, Violations violations) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            violations.add(name + " is " + (value == null ? "not set" : "blank") + ": set it to " + meaning);
            return false;
        }
        return true;
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
