package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Measures what calls consist of: their attempts, and the offset of the clock that they are signed by. Tags come from short
 * closed lists.
 */
public final class AttemptMeters implements CallListener {
    private final MeterRegistry meters;

    /**
     * Meters in a registry.
     *
     * @param meters the application's registry
     * @param clock knows the offset
     */
    public AttemptMeters(MeterRegistry meters, ClockOffset clock) {
        this.meters = meters;
        Gauge.builder(
                        "paycrypt.client.clock.offset",
                        clock,
                        offset -> offset.current().toMillis() / 1e3)
                .baseUnit("seconds")
                .description("PayCrypt's clock minus this machine's, if it is found to be off; else 0")
                .strongReference(true)
                .register(meters);
    }

    @Override
    public CallObserver started(CallInfo call) {
        return new Call(call.operation());
    }

    /** One call. */
    private final class Call implements CallObserver {
        private final String operation;

        private Call(String operation) {
            this.operation = operation;
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            Timer.builder("paycrypt.client.attempts")
                    .description("Attempts of calls to PayCrypt, each with its status")
                    .tag("operation", operation)
                    .tag("result", attempt.result())
                    .tag("status", attempt.status() == 0 ? "none" : Integer.toString(attempt.status()))
                    .register(meters)
                    .record(attempt.took());
        }
    }
}
