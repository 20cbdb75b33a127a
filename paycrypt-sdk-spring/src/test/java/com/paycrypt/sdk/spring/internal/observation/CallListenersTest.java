package com.paycrypt.sdk.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several listeners of calls, some of which fail. */
class CallListenersTest {
    private static final CallInfo CALL =
            CallInfo.builder("payment_sessions.create").build();

    private final List<String> told = new ArrayList<>();

    @Test
    void allAreToldWhateverTheOthersThrow() {
        CallListener unwilling = call -> {
            throw new IllegalStateException("no metrics");
        };
        CallListeners listeners = new CallListeners(List.of(unwilling, call -> new Failing(), call -> new Telling()));

        CallObserver observer = listeners.started(CALL);
        observer.ended(null);

        assertThat(observer.headers()).isEqualTo(Map.of("traceparent", "00-1"));
        assertThat(told).containsExactly("ended");
    }

    private static final class Failing implements CallObserver {
        @Override
        public Map<String, String> headers() {
            throw new IllegalStateException("no trace");
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            throw new IllegalStateException("no metrics");
        }
    }

    private final class Telling implements CallObserver {
        @Override
        public Map<String, String> headers() {
            return Map.of("traceparent", "00-1");
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            told.add("ended");
        }
    }
}
