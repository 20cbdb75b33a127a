package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.call.AttemptInfo;
import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several listeners as one: ours beside the application's own. */
record CallListeners(List<CallListener> listeners) implements CallListener {
    /** None where there is none: a client without a listener does nothing for one. */
    static Optional<CallListener> of(List<CallListener> listeners) {
        return listeners.isEmpty() ? Optional.empty() : Optional.of(new CallListeners(listeners));
    }

    @Override
    public CallObserver started(CallInfo call) {
        return new Observers(listeners.stream().map(each -> each.started(call)).toList());
    }

    /** What they made of one call. */
    private record Observers(List<CallObserver> observers) implements CallObserver {
        @Override
        public Map<String, String> headers() {
            Map<String, String> all = new HashMap<>();
            observers.forEach(each -> all.putAll(each.headers()));
            return all;
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            observers.forEach(each -> each.attempted(attempt));
        }

        @Override
        public void waiting(Duration pause) {
            observers.forEach(each -> each.waiting(pause));
        }

        @Override
        public void clockCorrected(Duration offset) {
            observers.forEach(each -> each.clockCorrected(offset));
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            observers.forEach(each -> each.ended(failure));
        }
    }
}
