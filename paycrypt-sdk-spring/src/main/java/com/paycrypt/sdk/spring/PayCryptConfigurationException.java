package com.paycrypt.sdk.spring;

/** The settings or the application's code cannot be right: what is wrong, and what to do, for the failure analysis. */
final class PayCryptConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    PayCryptConfigurationException(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
