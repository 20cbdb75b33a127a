package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several listeners as one: ours beside the application's own. */
public record CallListeners(List<CallListener> listeners) implements CallListener {
    private static final Logger LOG = System.getLogger(CallListeners.class.getName());

    /** None where there is none: a client without a listener does nothing for one. */
    public static Optional<CallListener> of(List<CallListener> listeners) {
        return listeners.isEmpty() ? Optional.empty() : Optional.of(new CallListeners(listeners));
    }

    @Override
    public CallObserver started(CallInfo call) {
        List<CallObserver> observers = new ArrayList<>();
        tell(listeners, each -> observers.add(each.started(call)));
        return new Observers(observers);
    }

    /** All of them: one that throws must not keep the news from the others. Its message may hold anything. */
    private static <T> void tell(List<T> all, Consumer<T> news) {
        for (T each : all) {
            try {
                news.accept(each);
            } catch (RuntimeException failure) {
                LOG.log(
                        Level.WARNING,
                        "A call listener of {0} failed with {1}; the call goes on without it",
                        each.getClass().getName(),
                        failure.getClass().getName());
            }
        }
    }

    /** What they made of one call. */
    private record Observers(List<CallObserver> observers) implements CallObserver {
        @Override
        public Map<String, String> headers() {
            Map<String, String> all = new HashMap<>();
            tell(observers, each -> all.putAll(each.headers()));
            return all;
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            tell(observers, each -> each.attempted(attempt));
        }

        @Override
        public void waiting(Duration pause) {
            tell(observers, each -> each.waiting(pause));
        }

        @Override
        public void clockCorrected(Duration offset) {
            tell(observers, each -> each.clockCorrected(offset));
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            tell(observers, each -> each.ended(failure));
        }
    }
}
