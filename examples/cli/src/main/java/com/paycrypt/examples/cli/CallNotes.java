package com.paycrypt.examples.cli;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells in one line each what happened during a call that its result does not show. */
final class CallNotes implements CallListener {
    /** How much to tell. */
    enum Detail {
        /** What a person should know. */
        NOTABLE,
        /** Every attempt, too. */
        EVERYTHING
    }

    private final Detail detail;
    private final Consumer<String> notes;

    CallNotes(Detail detail, Consumer<String> notes) {
        this.detail = detail;
        this.notes = notes;
    }

    @Override
    public CallObserver started(CallInfo call) {
        verbose(call.method() + ' ' + call.server() + call.path() + ", request id " + call.requestId());
        return new Observer();
    }

    private void verbose(String note) {
        if (detail == Detail.EVERYTHING) {
            notes.accept(note);
        }
    }

    /** Remembers the last attempt: why there is another one is known only when it waits. */
    private final class Observer implements CallObserver {
        private String last = "";

        @Override
        public void attempted(AttemptInfo attempt) {
            last = attempt.status() == 0 ? attempt.result() : Integer.toString(attempt.status());
            verbose("attempt " + attempt.number() + ": " + last + " after "
                    + attempt.took().toMillis() + " ms");
            last = "attempt " + attempt.number() + " failed (" + last + ")";
        }

        @Override
        public void waiting(Duration pause) {
            // Without a pause it is the clock's doing, which has a line of its own.
            if (!pause.isZero() || detail == Detail.EVERYTHING) {
                notes.accept(last + ": retrying in " + pause.toMillis() + " ms");
            }
        }

        @Override
        public void clockCorrected(Duration offset) {
            notes.accept(
                    offset.isZero()
                            ? "this machine's clock is right again and used from now on"
                            : "this machine's clock is " + distance(offset)
                                    + " the server's; the request was signed with the server's time: set this clock right");
        }

        private static String distance(Duration offset) {
            Duration size = offset.abs();
            String text = size.toHours() + " h " + size.toMinutesPart() + " min " + size.toSecondsPart() + " s";
            return text + (offset.isNegative() ? " ahead of" : " behind");
        }
    }
}
