package com.paycrypt.sandbox.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of the journal: something that happened, in the order it happened.
 *
 * @param number its number, counted from 1 without gaps
 * @param at when it happened, by the sandbox's clock
 * @param kind what kind of thing happened
 * @param sessionId the session it is about, if any
 * @param deliveryId the delivery it is about, if any
 * @param text what happened, in one line
 * @param rejected the request that was rejected, if one was
 */
public record Fact(
        long number,
        Instant at,
        Kind kind,
        Optional<String> sessionId,
        Optional<String> deliveryId,
        String text,
        Optional<RejectedRequest> rejected) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What kind of thing happened. */
    public enum Kind {
        /** A create, or a session shown by the API. */
        REQUEST,
        /** A request to the API that was rejected. */
        REJECTED,
        /** The customer opened the checkout or chose a coin. */
        PAGE,
        /** Coins came in, or a block confirmed them. */
        TRANSFER,
        /** The session's state changed. */
        STATE,
        /** An event was made. */
        EVENT,
        /** An event was sent, and what came back. */
        ATTEMPT,
        /** A rule disturbed something. */
        DISTURBED,
        /** Rules, clock or dialect were changed. */
        SETTING,
        /** The oldest sessions were forgotten because the memory for them is used up. */
        FORGOTTEN;

        /**
         * Returns the name used in pages and JSON.
         *
         * @return the name in lower case
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns the fact as one line of text, as the command line prints it.
     *
     * @return such as {@code 12:00:01 ps_abcd1234ef56 transfer 49.000000 USDT came in}
     */
    public String line() {
        return TIME.format(at) + " " + sessionId.map(id -> id + " ").orElse("") + kind.label() + " " + text;
    }

    /**
     * Returns the time of day of the fact.
     *
     * @return such as {@code 12:00:01}, UTC
     */
    public String time() {
        return TIME.format(at);
    }
}
