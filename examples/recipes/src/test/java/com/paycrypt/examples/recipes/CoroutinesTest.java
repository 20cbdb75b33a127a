package com.paycrypt.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The recipe in Kotlin. */
class CoroutinesTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final PayCryptClient client = PayCryptClient.builder(sandbox.baseUrl(), credentials)
            .retryPolicy(RetryPolicy.none())
            .listener(call -> new CallObserver() {
                @Override
                public void ended(@Nullable RuntimeException failure) {
                    ended.add(String.valueOf(failure));
                }
            })
            .build();
    private final Coroutines recipe = new Coroutines(
            client,
            WebhookReceiver.builder(credentials)
                    .handler(event -> handled.add(Thread.currentThread().getName()))
                    .build());

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @Test
    void anOrderIsCheckedOut() {
        URI page = this.<URI>start(then -> recipe.checkout(Deliveries.request("ORD-1"), then))
                .join();

        assertThat(page)
                .hasToString(sandbox.baseUrl() + "/checkout/"
                        + sandbox.sessions().get(0).id());
    }

    @Test
    void anUnknownOutcomeMayBeTriedAgainAndARejectionIsThrownAsItIs() {
        sandbox.rules().add(Rule.of(Fault.LOST_RESPONSE).times(1));
        CompletableFuture<URI> lost = start(then -> recipe.checkout(Deliveries.request("ORD-1"), then));
        assertThat(lost.join()).isNull();

        sandbox.rules().add(Rule.of(Fault.IP_NOT_ALLOWED));
        CompletableFuture<URI> rejected = start(then -> recipe.checkout(Deliveries.request("ORD-1"), then));
        assertThatThrownBy(rejected::join).cause().isInstanceOf(PayCryptApiException.class);
    }

    @Test
    void severalSessionsAreCreatedAtOnce() {
        List<PaymentSessionRequest> requests = List.of(Deliveries.request("ORD-1"), Deliveries.request("ORD-2"));

        assertThat(this.<List<PaymentSession>>start(then -> recipe.createAll(requests, then))
                        .join())
                .extracting(PaymentSession::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aCoroutineThatIsCancelledCancelsItsCall() throws InterruptedException {
        sandbox.rules().add(Rule.of(Fault.HANG));
        long before = sandbox.journal().size();
        CompletableFuture<URI> hanging = start(then -> recipe.checkout(Deliveries.request("ORD-1"), then));
        assertThat(sandbox.awaitFactsAfter(before, Duration.ofSeconds(300)))
                .extracting(Fact::kind)
                .contains(Fact.Kind.DISTURBED);

        hanging.cancel(true);

        assertThat(ended.poll(300, TimeUnit.SECONDS)).contains("cancel");
    }

    @Test
    void aWebhookIsHandledOnAThreadThatMayBlock() {
        SignedWebhook delivery = Deliveries.of(credentials, "ORD-1");

        WebhookResponse response = this.<WebhookResponse>start(
                        then -> recipe.receive("POST", delivery.headers(), delivery.body(), then))
                .join();

        assertThat(response.status()).isEqualTo(200);
        assertThat(handled).singleElement().asString().startsWith("DefaultDispatcher-worker");
    }

    /** Starts a coroutine as Kotlin does. */
    private <T> CompletableFuture<T> start(Function1<Continuation<? super T>, @Nullable Object> body) {
        return FutureKt.future(
                GlobalScope.INSTANCE,
                EmptyCoroutineContext.INSTANCE,
                CoroutineStart.DEFAULT,
                (scope, then) -> body.invoke(then));
    }
}
