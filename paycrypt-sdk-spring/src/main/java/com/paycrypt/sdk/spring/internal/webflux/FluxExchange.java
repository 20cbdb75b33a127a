package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.webhook.WebhookResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A verified delivery whose body was read: any later reader gets the same bytes, any number of times. To Spring it is JSON
 * whatever its content type says, from a sender that accepts any response: neither header is signed, so Spring must not
 * reject a verified delivery for one of them.
 */
public final class FluxExchange extends ServerWebExchangeDecorator {
    private final ServerHttpRequest request;

    public FluxExchange(ServerWebExchange exchange, byte[] body) {
        super(exchange);
        HttpHeaders headers = asJson(exchange.getRequest().getHeaders());
        this.request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }

            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body.clone())));
            }
        };
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    /** By a copy, since the methods of {@link HttpHeaders} that remove differ between the lines. */
    private static HttpHeaders asJson(HttpHeaders sent) {
        HttpHeaders headers = new HttpHeaders();
        sent.forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
                values.forEach(value -> headers.add(name, value));
            }
        });
        headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        return HttpHeaders.readOnlyHttpHeaders(headers);
    }

    /** JSON is no form; the container's own view of it would read the body once more. */
    @Override
    public Mono<MultiValueMap<String, String>> getFormData() {
        return Mono.just(new LinkedMultiValueMap<>());
    }

    @Override
    public Mono<MultiValueMap<String, Part>> getMultipartData() {
        return Mono.just(new LinkedMultiValueMap<>());
    }

    /** Every value of every header; by a copy, since the methods of {@link HttpHeaders} differ between the lines. */
    public static Function<String, @Nullable List<String>> headers(ServerWebExchange exchange) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequest().getHeaders().forEach((name, all) -> values.put(name, List.copyOf(all)));
        return values::get;
    }

    public static Mono<Void> send(ServerWebExchange exchange, WebhookResponse webhookResponse) {
        ServerHttpResponse response = exchange.getResponse();
        byte[] body = webhookResponse.body();
        response.setStatusCode(HttpStatusCode.valueOf(webhookResponse.status()));
        webhookResponse.headers().forEach(response.getHeaders()::set);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
