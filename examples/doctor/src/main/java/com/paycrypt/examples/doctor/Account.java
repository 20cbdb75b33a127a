package com.paycrypt.examples.doctor;

import com.paycrypt.sdk.auth.Credentials;
import java.util.Map;

/** The account that signs, from the environment. */
final class Account {
    private final Map<String, String> environment;

    Account(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The credentials that two variables name.
     *
     * @throws IllegalArgumentException if one of them is missing or wrong
     */
    Credentials credentials(String key, String secret) {
        return Credentials.of(value(key), value(secret));
    }

    /**
     * The value of a variable.
     *
     * @throws IllegalArgumentException if it is not set
     */
    String value(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    name + " is not set: the deliveries are signed with the key and secret that the shop has");
        }
        return value;
    }
}
