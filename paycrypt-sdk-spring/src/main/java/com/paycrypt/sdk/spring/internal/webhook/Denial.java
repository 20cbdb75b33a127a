package com.paycrypt.sdk.spring.internal.webhook;

import java.util.Optional;

/** A verified delivery that the application's own rules turned away before its code. */
public final class Denial extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Denial(int status) {
        super(
                "the application answered " + status + ", as Spring Security does where a rule denies access: PayCrypt"
                        + " comes with the authority PAYCRYPT_WEBHOOK and no other, so let the rule for the webhook path"
                        + " say hasAuthority(\"PAYCRYPT_WEBHOOK\")",
                null,
                false,
                false);
    }

    /**
     * Reads a status.
     *
     * @param status the status of the response
     * @return the denial, if it is one
     */
    public static Optional<Denial> of(int status) {
        return status == 401 || status == 403 ? Optional.of(new Denial(status)) : Optional.empty();
    }
}
