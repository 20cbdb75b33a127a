package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.wire.ApiKey;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What deliveries are made of.
 *
 * @param ledger the sessions and their deliveries
 * @param clock the sandbox's clock
 * @param signingClock the clock that attempts are signed with
 * @param signer the key that signs: the merchant's first, whichever created the session
 * @param dialect the dialect of the moment
 * @param receiver where the events of a session's webhook URL are sent
 * @param hosts which hosts may be sent to
 */
public record DeliverySetup(
        Ledger ledger,
        Clock clock,
        Clock signingClock,
        ApiKey signer,
        Supplier<Dialect> dialect,
        UnaryOperator<URI> receiver,
        Hosts hosts) {}
