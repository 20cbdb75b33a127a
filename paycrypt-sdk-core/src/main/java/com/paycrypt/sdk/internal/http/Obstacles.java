package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import org.jspecify.annotations.Nullable;

/** Why another attempt must not begin, whatever the last one said. */
final class Obstacles {
    private Obstacles() {}

    static @Nullable Fault before(ApiCall<?> call, Transport transport) {
        if (call.cancelled()) {
            return fault("cancelled", "the call was cancelled", "Nothing is left to do");
        }
        if (transport.closed()) {
            return fault("cancelled", "the client is closed", "Close the client only when nobody uses it any more");
        }
        if (Thread.currentThread().isInterrupted()) {
            return fault(
                    "interrupted", "the calling thread was interrupted", "Whoever interrupted it wants it to stop");
        }
        return call.remaining() > 0
                ? null
                : fault(
                        "timeout",
                        "the time limit of the whole call ran out before the next attempt",
                        "Make fewer calls at once, or raise callTimeout");
    }

    private static Fault fault(String result, String found, String advice) {
        return Fault.silent(Outcome.NOT_SENT, result, false, new Fault.Text(found, advice), null);
    }
}
