package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.time.Clock;

/** The timestamp's one spelling, and the window of 300 s to either side of the clock (PayCrypt API guide, Security headers). */
final class TimeWindow {
    static final int SECONDS = 300;

    /** Enough until the year 33658, and far from where a difference of two numbers could overflow. */
    private static final int MAX_DIGITS = 12;

    private final Clock clock;

    TimeWindow(Clock clock) {
        this.clock = clock;
    }

    void requireCurrent(String timestamp) {
        long age = Math.floorDiv(clock.millis(), 1000L) - parse(timestamp);
        if (age > SECONDS || age < -SECONDS) {
            throw new WebhookRejectedException(
                    Reason.TIMESTAMP_OUT_OF_WINDOW,
                    "X-Paycrypt-Timestamp is " + Math.abs(age) + (age > 0 ? " s in the past" : " s in the future")
                            + ", and " + SECONDS + " s are allowed: compare this machine's clock with a time server");
        }
    }

    /** ASCII digits alone, without sign, blank or leading zero: {@code Long.parseLong} takes signs and other scripts. */
    static long parse(String timestamp) {
        int length = timestamp.length();
        if (length == 0 || length > MAX_DIGITS || (length > 1 && timestamp.charAt(0) == '0')) {
            throw malformed();
        }
        long seconds = 0;
        for (int i = 0; i < length; i++) {
            int digit = timestamp.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw malformed();
            }
            seconds = 10 * seconds + digit;
        }
        return seconds;
    }

    private static WebhookRejectedException malformed() {
        return new WebhookRejectedException(
                Reason.MALFORMED_TIMESTAMP,
                "X-Paycrypt-Timestamp is not unix seconds in plain digits, without sign, blank or leading zero");
    }
}
