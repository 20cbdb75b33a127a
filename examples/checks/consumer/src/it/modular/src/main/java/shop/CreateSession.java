package shop;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;

/** Creates one session, waiting for it, and one without; base URL, key and secret are the arguments. */
public final class CreateSession {
    private CreateSession() {}

    public static void main(String[] args) {
        PaymentSessionRequest request = PaymentSessionRequest.builder()
                .orderId("ORD-1")
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/success")
                .cancelUrl("https://merchant.tld/cancel")
                .build();
        try (PayCryptClient payCrypt = PayCryptClient.builder(args[0], Credentials.of(args[1], args[2]))
                .build()) {
            print(payCrypt.paymentSessions().create(request));
            payCrypt.paymentSessions()
                    .createAsync(request)
                    .thenAccept(CreateSession::print)
                    .join();
        }
        System.out.println(PayCryptClient.class.getModule().isNamed() ? "from a module" : "from the class path");
    }

    private static void print(PaymentSession session) {
        System.out.println(session.id() + " " + session.checkoutUrl());
    }
}
