package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoint;
import com.paycrypt.sdk.spring.internal.webhook.WebhookOrder;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import com.paycrypt.sdk.webhook.WebhookDelivery;
import com.paycrypt.sdk.webhook.WebhookDelivery.Incoming;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Lets verified deliveries through to the application, each of them once, and rejects everything else on the webhook
 * path.
 *
 * <p>What its headers condemn is rejected on the loop thread before a byte is read. A body is gathered there too, up to
 * the limit, and everything after that runs on a thread that may block: the replay guard may be a database, and the
 * application's own handler often is one.
 */
public final class FluxWebhookFilter implements WebFilter, Ordered {
    private static final long LET_GO_BY = 4L << 20;
    private static final Duration LET_GO_FOR = Duration.ofSeconds(2);

    /** PayCrypt gives up after 5 s; Netty by itself would wait for ever for a body that comes byte by byte. */
    private static final Duration BODY_WITHIN = Duration.ofSeconds(10);

    private static final byte[] BAD_REQUEST = "{\"error\":\"bad_request\"}".getBytes(StandardCharsets.US_ASCII);

    private final FluxPath path;
    private final FluxAdmission admission;
    private final FluxScope scope;

    public FluxWebhookFilter(FluxPath path, FluxAdmission admission, FluxScope scope) {
        this.path = path;
        this.admission = admission;
        this.scope = scope;
    }

    @Override
    public int getOrder() {
        return WebhookOrder.FILTER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return path.requested(exchange)
                .filter(endpoint -> FluxDelivery.of(exchange) == null)
                .map(endpoint -> Mono.deferContextual(context -> receive(endpoint, exchange, chain, context)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> receive(
            WebhookEndpoint endpoint, ServerWebExchange exchange, WebFilterChain chain, ContextView context) {
        WebhookReceiver receiver = endpoint.receiver();
        String method = exchange.getRequest().getMethod().name();
        Function<String, @Nullable List<String>> headers = FluxExchange.headers(exchange);
        Incoming incoming = scope.within(context, () -> receiver.begin(method, headers));
        Optional<WebhookResponse> rejection = incoming.rejection();
        if (rejection.isPresent()) {
            return unread(exchange).then(Mono.defer(() -> FluxExchange.send(exchange, rejection.get())));
        }
        return body(exchange, incoming)
                .flatMap(body -> carriedThrough(() -> pass(
                        endpoint.path(), exchange, body, scope.within(context, () -> incoming.accept(body)), chain)))
                .doFinally(end -> incoming.close());
    }

    /**
     * On a thread that may block, and to its end whatever the sender does: PayCrypt hangs up after a few seconds and
     * does not come again, so the application's code must not be cancelled with the connection.
     */
    private static Mono<Void> carriedThrough(Supplier<Mono<Void>> work) {
        return Mono.defer(work).subscribeOn(Schedulers.boundedElastic()).cache();
    }

    private Mono<Void> pass(
            WebhookPath verifiedOn,
            ServerWebExchange exchange,
            byte[] body,
            WebhookDelivery delivery,
            WebFilterChain chain) {
        if (delivery.response().isPresent()) {
            return FluxExchange.send(exchange, delivery.response().get());
        }
        FluxDelivery verified = FluxDelivery.attach(exchange, delivery, verifiedOn);
        ServerWebExchange whole = new FluxExchange(exchange, body);
        return verified.outcomeOf(
                new FluxMdc<>(Mono.defer(() -> chain.filter(whole)), delivery.event())
                        .contextWrite(admission.admit(whole)),
                exchange.getResponse());
    }

    /** The body, or nothing once a rejection is sent: it is longer than the limit, or the receiver has no room for it. */
    private Mono<byte[]> body(ServerWebExchange exchange, Incoming incoming) {
        return DataBufferUtils.join(counted(exchange, incoming))
                .map(FluxWebhookFilter::bytes)
                .timeout(BODY_WITHIN)
                .defaultIfEmpty(new byte[0])
                .onErrorResume(failure -> incoming.rejection()
                        .map(rejection -> rejected(exchange, rejection))
                        .orElseGet(() -> broken(exchange)));
    }

    private static Flux<DataBuffer> counted(ServerWebExchange exchange, Incoming incoming) {
        return exchange.getRequest().getBody().map(buffer -> {
            if (!incoming.received(buffer.readableByteCount())) {
                DataBufferUtils.release(buffer);
                throw new DataBufferLimitException("the body was rejected");
            }
            return buffer;
        });
    }

    private static Mono<byte[]> rejected(ServerWebExchange exchange, WebhookResponse rejection) {
        closeAfter(exchange);
        return FluxExchange.send(exchange, rejection).onErrorComplete().then(Mono.empty());
    }

    /** The sender broke off or stalls, which is not an error of the application; the response may reach no one. */
    private static Mono<byte[]> broken(ServerWebExchange exchange) {
        closeAfter(exchange);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.BAD_REQUEST);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(BAD_REQUEST.clone())))
                .onErrorComplete()
                .then(Mono.empty());
    }

    /**
     * The rest of a rejected body must not be taken for the next request. It is discarded if it is not too large and does not
     * take too long, so that the sender can read the response; otherwise the connection is closed after the response, as it is
     * if the sender asks whether to go on.
     */
    private static Mono<Void> unread(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > LET_GO_BY || headers.getFirst(HttpHeaders.EXPECT) != null) {
            closeAfter(exchange);
            return Mono.empty();
        }
        AtomicLong seen = new AtomicLong();
        return exchange.getRequest()
                .getBody()
                .map(buffer -> seen.addAndGet(released(buffer)))
                .any(total -> total > LET_GO_BY)
                .timeout(LET_GO_FOR, Mono.just(true))
                .doOnNext(tooMuch -> {
                    if (tooMuch) {
                        closeAfter(exchange);
                    }
                })
                .onErrorReturn(true)
                .then();
    }

    private static int released(DataBuffer buffer) {
        int size = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return size;
    }

    private static void closeAfter(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
