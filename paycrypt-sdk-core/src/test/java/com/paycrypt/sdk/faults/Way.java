package com.paycrypt.sdk.faults;

import com.paycrypt.sdk.PaymentSessions;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.session.RetrievedSession;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The two ways of calling, so that one test body proves both. */
public enum Way {
    BLOCKING {
        @Override
        public PaymentSession create(PaymentSessions sessions, PaymentSessionRequest request) {
            return sessions.create(request);
        }

        @Override
        public RetrievedSession retrieve(PaymentSessions sessions, String id) {
            return sessions.retrieve(id);
        }
    },
    ASYNC {
        @Override
        public PaymentSession create(PaymentSessions sessions, PaymentSessionRequest request) {
            return unwrapped(() -> sessions.createAsync(request).join());
        }

        @Override
        public RetrievedSession retrieve(PaymentSessions sessions, String id) {
            return unwrapped(() -> sessions.retrieveAsync(id).join());
        }
    };

    public abstract PaymentSession create(PaymentSessions sessions, PaymentSessionRequest request);

    public abstract RetrievedSession retrieve(PaymentSessions sessions, String id);

    private static <T> T unwrapped(Supplier<T> call) {
        try {
            return call.get();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PayCryptException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
