package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.diagnosis.RefusedRequests;
import com.paycrypt.sandbox.session.Sessions;
import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Dialect;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the API is made of.
 *
 * @param clock the clock that timestamps are checked against
 * @param keys the keys that may sign
 * @param sessions the store
 * @param refused where refused requests are noted
 * @param faults what goes wrong on demand
 * @param dialect the dialect of the moment
 * @param baseUrl where the server can be reached
 */
public record ApiSetup(
        Clock clock,
        List<ApiKey> keys,
        Sessions sessions,
        RefusedRequests refused,
        Faults faults,
        Supplier<Dialect> dialect,
        Supplier<String> baseUrl) {

    /** Copies the keys. */
    public ApiSetup {
        keys = List.copyOf(keys);
    }
}
