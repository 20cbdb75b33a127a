package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.paycrypt.sdk.webhook.WebhookWorkers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Serves several merchants in one process: a client, a webhook path and an inbox for each, so that no delivery of one merchant
 * can be taken for another's, even if both name the same order id.
 */
public final class SeveralMerchants implements AutoCloseable {
    private final Map<String, Merchant> merchants = new TreeMap<>();

    /**
     * Opens the platform.
     *
     * @param baseUrl the PayCrypt server
     * @param accounts key and secret by the merchant's name
     * @param database the database of the inboxes, which share one table
     * @param handler is given the merchant's name and the event
     */
    public SeveralMerchants(
            String baseUrl,
            Map<String, Credentials> accounts,
            DataSource database,
            BiConsumer<String, WebhookEvent> handler) {
        accounts.forEach(
                (name, account) -> merchants.put(name, new Merchant(name, baseUrl, account, database, handler)));
    }

    /**
     * Creates a session in a merchant's account.
     *
     * @param merchant the merchant's name
     * @param request the session
     * @return the session
     */
    public PaymentSession create(String merchant, PaymentSessionRequest request) {
        return find(merchant).orElseThrow().client.paymentSessions().create(request);
    }

    /**
     * Receives a delivery on {@code /webhooks/<merchant>}.
     *
     * @param merchant the name in the path, as received
     * @param method the request's method
     * @param headers the request's headers
     * @param body the request's body
     * @return the response, or empty if there is no such merchant: 404
     * @throws IOException if the body cannot be read
     */
    public Optional<WebhookResponse> receive(
            String merchant, String method, Function<String, @Nullable List<String>> headers, InputStream body)
            throws IOException {
        Optional<Merchant> found = find(merchant);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get().receiver.receive(method, headers, body));
    }

    private Optional<Merchant> find(String name) {
        return Optional.ofNullable(merchants.get(name));
    }

    @Override
    public void close() {
        merchants.values().forEach(Merchant::close);
    }

    // region merchants
    private static final class Merchant {
        private final PayCryptClient client;
        private final WebhookReceiver receiver;
        private final WebhookWorkers workers;

        Merchant(
                String name,
                String baseUrl,
                Credentials account,
                DataSource database,
                BiConsumer<String, WebhookEvent> handler) {
            WebhookInbox inbox = WebhookInbox.jdbc(database, name).createTable();
            client = PayCryptClient.builder(baseUrl, account).build();
            receiver = WebhookReceiver.builder(account)
                    .replayGuard(inbox)
                    .handler(event -> handler.accept(name, event))
                    .build();
            workers = inbox.start(event -> handler.accept(name, event));
        }

        void close() {
            workers.close();
            client.close();
        }
    }
    // endregion
}
