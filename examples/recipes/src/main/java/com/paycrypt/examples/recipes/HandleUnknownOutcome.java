package com.paycrypt.examples.recipes;

// region outcomes
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.util.Optional;

/**
 * Decides what follows a create that failed. The client has retried already; what is left is what the shop does.
 *
 * <p>A create moves no money, and a session whose checkout page no customer saw is not paid. So whatever became of
 * the request, asking again for the same order is safe.
 */
public final class HandleUnknownOutcome {
    private HandleUnknownOutcome() {}

    /** What the shop shows the customer. */
    public enum Next {
        /** Send the customer to the checkout. */
        CHECKOUT,
        /** The order is kept: offer the button again. */
        TRY_AGAIN,
        /** The shop's request or account is wrong: alert, since no retry helps. */
        ALERT
    }

    /**
     * The result of a create.
     *
     * @param next what the shop does
     * @param session the session, for {@link Next#CHECKOUT} alone
     */
    public record Result(Next next, Optional<PaymentSession> session) {}

    /**
     * Creates a session.
     *
     * @param payCrypt the client
     * @param request the session; its order is in the shop's database already
     * @return what to do
     */
    public static Result create(PayCryptClient payCrypt, PaymentSessionRequest request) {
        try {
            return new Result(
                    Next.CHECKOUT, Optional.of(payCrypt.paymentSessions().create(request)));
        } catch (PayCryptException e) {
            // The message names the order, the outcome, the request id and what to do; no secret is in it.
            System.err.println(e.getMessage());
            return new Result(afterFailure(e), Optional.empty());
        }
    }

    private static Next afterFailure(PayCryptException failure) {
        return switch (failure.outcome()) {
            // Nothing reached the server, or the outcome is unknown: the same order may be asked for again.
            case NOT_SENT, UNKNOWN -> Next.TRY_AGAIN;
            // The server said no. A limit passes; a wrong field, key or clock does not.
            case REJECTED -> isLimit(failure) ? Next.TRY_AGAIN : Next.ALERT;
        };
    }

    private static boolean isLimit(PayCryptException failure) {
        return failure instanceof PayCryptApiException api && api.status() == 429;
    }
}
// endregion
