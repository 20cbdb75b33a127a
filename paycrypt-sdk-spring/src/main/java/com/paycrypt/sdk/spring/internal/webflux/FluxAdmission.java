package com.paycrypt.sdk.spring.internal.webflux;

import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;

/** Tells the filters that come after ours that a delivery is verified. */
@FunctionalInterface
public interface FluxAdmission {
    /** Marks the exchange, and gives what the rest of the chain is to see in its context. */
    Context admit(ServerWebExchange exchange);
}
