package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.delivery.Payments;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.wire.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the console shows and turns.
 *
 * @param ledger everything the sandbox knows
 * @param payments makes moves and triggers events
 * @param keys the merchant's keys
 * @param clock the sandbox's clock
 * @param baseUrl where the server can be reached
 * @param dialect the dialect of the moment
 * @param switchDialect makes it another
 * @param advance moves the clock forward
 */
public record ConsoleSetup(
        Ledger ledger,
        Payments payments,
        List<ApiKey> keys,
        Clock clock,
        Supplier<String> baseUrl,
        Supplier<Dialect> dialect,
        Consumer<Dialect> switchDialect,
        Consumer<Duration> advance) {

    /** Copies the keys. */
    public ConsoleSetup {
        keys = List.copyOf(keys);
    }
}
