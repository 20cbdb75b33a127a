package com.paycrypt.sdk.session;

/** An open value: statuses that this version does not know are values too. */
public final class SessionStatus {
    public static final SessionStatus CREATED = new SessionStatus("created");
    private final String value;

    private SessionStatus(String value) {
        this.value = value;
    }

    public static SessionStatus of(String value) {
        return new SessionStatus(value);
    }

    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
