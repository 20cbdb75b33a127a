package com.paycrypt.sdk.error;

/** PayCrypt, or something in between, answered with an error, or with something that is no payment session. */
public final class PayCryptApiException extends PayCryptException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Makes an error.
     *
     * @param outcome what became of the request
     * @param status the HTTP status of the answer
     * @param message what failed, what was found, and what to do next
     */
    public PayCryptApiException(Outcome outcome, int status, String message) {
        super(outcome, message, null);
        this.status = status;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return such as 401
     */
    public int status() {
        return status;
    }
}
