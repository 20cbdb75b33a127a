package com.paycrypt.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.recipes.HandleUnknownOutcome.Next;
import com.paycrypt.examples.recipes.UnderpaidAndOverpaid.Decision;
import com.paycrypt.sandbox.Customer;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes about sessions and payments. */
class PaymentRecipesTest {
    private static final Money TOTAL = Money.of("49.00", "USD");

    private final Sandbox sandbox = Sandbox.start();
    private final Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
    private final List<Decision> decisions = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void plainJavaSellsSomething() throws IOException {
        assertThat(decisionsOn(Customer::pays)).containsExactly(Decision.SHIP);
    }

    @Test
    void tooLittleWaitsUntilTheRestCameIn() throws IOException {
        assertThat(decisionsOn(Customer::paysHalf)).containsExactly(Decision.WAIT);
        assertThat(decisionsOn(customer -> customer.paysHalf().pays())).containsExactly(Decision.WAIT, Decision.SHIP);
    }

    @Test
    void tooMuchShips() throws IOException {
        assertThat(decisionsOn(Customer::paysTooMuch)).containsExactly(Decision.SHIP);
    }

    @Test
    void aFailedPaymentIsOfferedAgain() throws IOException {
        assertThat(decisionsOn(Customer::fails)).containsExactly(Decision.OFFER_AGAIN);
    }

    /** One order, sold by the plain shop to a customer who does as given. */
    private List<Decision> decisionsOn(UnaryOperator<Customer> deed) throws IOException {
        decisions.clear();
        try (PlainJava shop = new PlainJava(
                sandbox.baseUrl(),
                credentials,
                0,
                event -> decisions.add(UnderpaidAndOverpaid.decide(event.payment(), "ORD-1", TOTAL)))) {
            PaymentSession session = shop.checkout("ORD-1", "49.00", "USD");
            Customer unused = deed.apply(sandbox.customer(session.id()));
            sandbox.webhooks().await();
            return List.copyOf(decisions);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "payment.succeeded, ORD-1, 49.00, SHIP",
        "payment.succeeded, ORD-1, 48.99, LOOK_INTO",
        "payment.succeeded, ORD-2, 49.00, LOOK_INTO",
        "payment.refunded, ORD-1, 49.00, IGNORE"
    })
    void theAmountIsTheOrders(String type, String order, String amount, Decision decision) {
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .handler(event -> decisions.add(UnderpaidAndOverpaid.decide(event.payment(), "ORD-1", TOTAL)))
                .build();

        assertThat(Deliveries.deliver(receiver, Deliveries.of(credentials, type, order, amount)))
                .isEqualTo(200);
        assertThat(decisions).containsExactly(decision);
    }

    @Test
    void whatTheCustomerIsShownDependsOnTheOutcome() {
        try (PayCryptClient client = client()) {
            assertThat(next(client, "ORD-1")).isEqualTo(Next.CHECKOUT);
            assertThat(nextWith(Fault.SERVER_ERROR, client, "ORD-2")).isEqualTo(Next.TRY_AGAIN);
            assertThat(nextWith(Fault.RATE_LIMITED, client, "ORD-3")).isEqualTo(Next.TRY_AGAIN);
            assertThat(nextWith(Fault.IP_NOT_ALLOWED, client, "ORD-4")).isEqualTo(Next.ALERT);
            sandbox.close();
            assertThat(next(client, "ORD-5")).isEqualTo(Next.TRY_AGAIN);
        }
    }

    private Next nextWith(Fault fault, PayCryptClient client, String order) {
        sandbox.rules().clear();
        sandbox.rules().add(Rule.of(fault));
        return next(client, order);
    }

    private static Next next(PayCryptClient client, String order) {
        return HandleUnknownOutcome.create(client, Deliveries.request(order)).next();
    }

    @Test
    void anOrderWithoutWebhookIsReconciled() {
        try (PayCryptClient client = client()) {
            String open = create(client, "ORD-1");
            String paid = create(client, "ORD-2");
            String failed = create(client, "ORD-3");
            sandbox.customer(paid).pays();
            sandbox.customer(failed).fails();

            assertThat(Reconcile.ask(client, open)).isEqualTo(Reconcile.Finding.LEAVE);
            assertThat(Reconcile.ask(client, paid)).isEqualTo(Reconcile.Finding.REVIEW);
            assertThat(Reconcile.ask(client, failed)).isEqualTo(Reconcile.Finding.NEW_SESSION);
            sandbox.dialect(Dialect.NEWER);
            assertThat(Reconcile.ask(client, paid)).isEqualTo(Reconcile.Finding.LEAVE);
        }
    }

    @Test
    void callsAndDeliveriesAreCounted() {
        Metrics metrics = new Metrics();
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .listener(metrics.deliveries())
                .handler(event -> {})
                .build();
        try (PayCryptClient client =
                client().toBuilder().listener(metrics.calls()).build()) {
            create(client, "ORD-1");
        }
        var delivery = Deliveries.of(credentials, "ORD-1");
        Deliveries.deliver(receiver, delivery);
        Deliveries.deliver(receiver, delivery);
        Deliveries.deliver(receiver, Deliveries.of(Credentials.of("pk_other", "sk_other"), "ORD-1"));

        assertThat(metrics.counts())
                .containsEntry("webhook.handled", 1L)
                .containsEntry("webhook.repeated", 1L)
                .anySatisfy((name, count) -> assertThat(name).startsWith("webhook.rejected."))
                .anySatisfy(
                        (name, count) -> assertThat(name).startsWith("call.").endsWith(".success"));
    }

    private static String create(PayCryptClient client, String order) {
        return client.paymentSessions().create(Deliveries.request(order)).id();
    }

    private PayCryptClient client() {
        return PayCryptClient.builder(sandbox.baseUrl(), credentials)
                .retryPolicy(RetryPolicy.none())
                .build();
    }
}
