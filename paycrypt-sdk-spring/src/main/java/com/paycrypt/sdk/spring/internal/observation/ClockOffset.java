package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** How far PayCrypt's clock is from this machine's, as clients found out: zero until one had to correct itself. */
public final class ClockOffset implements CallListener {
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** An offset of zero. */
    public ClockOffset() {}

    /**
     * Returns the last offset.
     *
     * @return PayCrypt's time minus this machine's
     */
    public Duration current() {
        return offset.get();
    }

    @Override
    public CallObserver started(CallInfo call) {
        return new CallObserver() {
            @Override
            public void clockCorrected(Duration corrected) {
                offset.set(corrected);
            }
        };
    }
}
