package com.paycrypt.sandbox;

import com.paycrypt.sandbox.delivery.EventBody;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.ledger.Move;
import com.paycrypt.sandbox.ledger.Moves;
import com.paycrypt.sandbox.ledger.RetrySchedule;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.model.Session;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The body of an event as PayCrypt would write it, about a session that no sandbox has.
 *
 * @param type the event's type, such as {@code payment.succeeded}
 * @param orderId the merchant's order
 * @param amount the amount, a plain decimal
 * @param currency the currency
 * @param dialect whose way of writing it
 */
public record SampleEvent(String type, String orderId, String amount, String currency, Dialect dialect) {

    /**
     * Creates an event in the guide's dialect.
     *
     * @param type the event's type, such as {@code payment.succeeded}
     * @param orderId the merchant's order
     * @param amount the amount, a plain decimal
     * @param currency the currency
     * @return the event
     */
    public static SampleEvent of(String type, String orderId, String amount, String currency) {
        return new SampleEvent(type, orderId, amount, currency, Dialect.GUIDE);
    }

    /**
     * Returns the body.
     *
     * @param clock the time of the event
     * @return ASCII JSON, of another session each time
     * @throws NumberFormatException if the amount is no decimal
     */
    public byte[] body(Clock clock) {
        URI nowhere = URI.create("http://127.0.0.1/");
        Order order = new Order(
                orderId,
                new BigDecimal(amount),
                currency,
                Optional.empty(),
                Optional.empty(),
                nowhere,
                nowhere,
                Optional.empty());
        Ledger ledger = new Ledger(clock, RandomGenerator.getDefault(), RetrySchedule.NONE, 1 << 16);
        Session session = ledger.sessions().open(order);
        Move move = type.equals("payment.failed") ? Moves.fail() : Moves.pay();
        Session after = ledger.sessions()
                .move(session.id(), move, dialect)
                .orElseThrow()
                .after();
        return EventBody.of(type, after, dialect, clock.instant()).getBytes(StandardCharsets.US_ASCII);
    }
}
