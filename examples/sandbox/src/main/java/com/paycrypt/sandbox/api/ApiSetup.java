package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.wire.ApiKey;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the API is made of.
 *
 * @param clock the clock that timestamps are checked against
 * @param keys the keys that may sign
 * @param ledger the sessions, the rules that disturb them, and the journal
 * @param disturbance makes requests go wrong
 * @param dialect the dialect of the moment
 * @param baseUrl where the server can be reached
 */
public record ApiSetup(
        Clock clock,
        List<ApiKey> keys,
        Ledger ledger,
        Disturbance disturbance,
        Supplier<Dialect> dialect,
        Supplier<String> baseUrl) {

    /** Copies the keys. */
    public ApiSetup {
        keys = List.copyOf(keys);
    }
}
