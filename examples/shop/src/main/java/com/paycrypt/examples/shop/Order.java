package com.paycrypt.examples.shop;

import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.PaymentSession;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a customer buys.
 *
 * @param id the shop's own id of it, which cannot be guessed: it is all that is needed to see the order's page
 * @param item what is bought
 * @param total what is to be paid
 * @param state how far it is
 * @param placedAt when it was placed
 * @param session where it can be paid, once there is a payment session
 */
public record Order(String id, String item, Money total, State state, Instant placedAt, Optional<Session> session) {
    private static final Pattern ID = Pattern.compile("ORD-[0-9A-F-]{36}");

    /** How far an order is. */
    public enum State {
        /** Not paid. */
        OPEN,
        /** A payment was seen and is not confirmed yet. */
        PENDING,
        /** Another amount was paid, or the session is completed and no signed event says so: to be looked into. */
        IN_REVIEW,
        /** Paid. */
        PAID
    }

    /**
     * The part of a payment session that an order keeps.
     *
     * @param id its id
     * @param checkout its checkout page
     * @param expiresAt until when it can be paid
     */
    public record Session(String id, URI checkout, Instant expiresAt) {
        static Session of(PaymentSession session) {
            return new Session(session.id(), session.checkoutUrl(), session.expiresAt());
        }

        boolean isOver(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    static Order place(Item item, Instant now) {
        String id = "ORD-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        return new Order(
                id, item.title(), item.price(), State.OPEN, now.truncatedTo(ChronoUnit.MILLIS), Optional.empty());
    }

    /** Whether a text from outside has the form of an order id. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Returns whether the customer may be sent to a checkout.
     *
     * @return false once it is paid or in review
     */
    public boolean isPayable() {
        return state == State.OPEN || state == State.PENDING;
    }

    /**
     * Returns the payment session to go on with: a pending payment keeps its session, and one that is over is replaced.
     *
     * @param now the time
     * @return the session, or empty if a new one is needed
     */
    Optional<Session> usableSession(Instant now) {
        return session.filter(current -> state == State.PENDING || !current.isOver(now));
    }
}
