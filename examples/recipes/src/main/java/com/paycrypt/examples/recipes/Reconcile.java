package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.session.RetrievedSession;
import com.paycrypt.sdk.session.SessionStatus;

/**
 * Finds out about an order whose webhook never came, because PayCrypt delivers once. Run it for orders that are open for some
 * minutes, and for each of them every ten minutes at most.
 *
 * <p>Retrieving is not in PayCrypt's API guide: newer servers respond with 404, older ones say {@code created} of an expired
 * session. Its response is not signed as a webhook is. So it never pays an order: a person looks at what it finds.
 */
public final class Reconcile {
    private Reconcile() {}

    /** What the shop does with the order. */
    public enum Finding {
        /** The session is completed and no webhook came: look it up at PayCrypt, then ship by hand. */
        REVIEW,
        /** The payment failed: let the customer pay with a new session. */
        NEW_SESSION,
        /** Nothing is known yet, or this server says nothing: leave it, and list orders that stay open for hours. */
        LEAVE
    }

    /**
     * Asks about one session.
     *
     * @param payCrypt the client
     * @param sessionId the session's id, as create returned it
     * @return what to do with its order
     * @throws com.paycrypt.sdk.error.PayCryptException if the server cannot be asked now
     */
    public static Finding ask(PayCryptClient payCrypt, String sessionId) {
        try {
            return finding(payCrypt.paymentSessions().retrieve(sessionId));
        } catch (PayCryptApiException e) {
            if (e.status() == 404) {
                return Finding.LEAVE;
            }
            throw e;
        }
    }

    private static Finding finding(RetrievedSession session) {
        if (session.status().equals(SessionStatus.COMPLETED)) {
            return Finding.REVIEW;
        }
        return session.status().equals(SessionStatus.FAILED) ? Finding.NEW_SESSION : Finding.LEAVE;
    }
}
