package shop;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;

/** What a test of a shop does with the sandbox, as a program: sells an order and prints the state of its session. */
public final class PaidOrder {
    private PaidOrder() {}

    public static void main(String[] args) {
        try (Sandbox sandbox = Sandbox.start();
                PayCryptClient payCrypt = PayCryptClient.builder(
                                sandbox.baseUrl(), Credentials.of(sandbox.key(), sandbox.secret()))
                        .build()) {
            PaymentSession session = payCrypt.paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId("ORD-1")
                            .amount("49.00", "USD")
                            .successUrl("https://merchant.tld/success")
                            .cancelUrl("https://merchant.tld/cancel")
                            .build());
            sandbox.customer(session.id()).pays();
            System.out.println(sandbox.session(session.id()).orElseThrow().state());
        }
    }
}
