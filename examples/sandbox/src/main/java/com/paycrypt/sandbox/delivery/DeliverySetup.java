package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Dialect;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What deliveries are made of.
 *
 * @param clock the clock by which attempts become due
 * @param signingClock the clock that attempts are signed with
 * @param signer the key that signs: the merchant's first, whichever created the session
 * @param dialect the dialect of the moment
 * @param retries when failed attempts are repeated
 * @param receiver where the events of a session's webhook URL are sent
 */
public record DeliverySetup(
        Clock clock,
        Clock signingClock,
        ApiKey signer,
        Supplier<Dialect> dialect,
        RetrySchedule retries,
        UnaryOperator<URI> receiver) {}
