package com.paycrypt.examples.webfluxshop;

import com.paycrypt.examples.shop.BrowserPolicy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Applies the shop's policy for browsers to every request. */
@Component
class BrowserFilter implements WebFilter {
    private final BrowserPolicy policy;

    BrowserFilter(BrowserPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        policy.headers().forEach(headers::set);
        return isAllowed(exchange.getRequest())
                ? chain.filter(exchange)
                : Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private boolean isAllowed(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return policy.allows(
                request.getMethod().name(),
                headers.getFirst("Sec-Fetch-Site"),
                headers.getFirst(HttpHeaders.ORIGIN),
                headers.getFirst(HttpHeaders.HOST));
    }
}
