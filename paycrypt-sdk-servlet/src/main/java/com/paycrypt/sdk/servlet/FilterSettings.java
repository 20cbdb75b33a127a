package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.auth.Credentials;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The credentials of a filter that a container creates: from its init parameters, else from the environment. */
final class FilterSettings {
    private final FilterConfig config;
    private final UnaryOperator<@Nullable String> environment;

    FilterSettings(FilterConfig config, UnaryOperator<@Nullable String> environment) {
        this.config = config;
        this.environment = environment;
    }

    Credentials credentials() throws ServletException {
        try {
            return Credentials.of(setting("key", "PAYCRYPT_KEY"), setting("secret", "PAYCRYPT_SECRET"));
        } catch (IllegalArgumentException unusable) {
            throw new ServletException(name() + ": " + unusable.getMessage(), unusable);
        }
    }

    private String setting(String parameter, String variable) throws ServletException {
        String configured = config.getInitParameter(parameter);
        String value = configured == null ? environment.apply(variable) : configured;
        if (value == null) {
            throw new ServletException(name() + " has no " + parameter + ": set the init parameter " + parameter
                    + " or the environment variable " + variable);
        }
        return value;
    }

    private String name() {
        return "PayCryptWebhookFilter \"" + config.getFilterName() + "\"";
    }
}
