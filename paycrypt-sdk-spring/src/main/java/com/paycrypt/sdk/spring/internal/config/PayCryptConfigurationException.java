package com.paycrypt.sdk.spring.internal.config;

/** The settings or the application's code cannot be right: what is wrong, and what to do, for the failure analysis. */
public final class PayCryptConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    public PayCryptConfigurationException(String description, String action) {
        super(description);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
