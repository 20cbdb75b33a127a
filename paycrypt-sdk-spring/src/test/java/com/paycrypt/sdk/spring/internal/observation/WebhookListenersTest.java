package com.paycrypt.sdk.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several listeners, some of which fail. */
class WebhookListenersTest {
    private final List<Reason> told = new ArrayList<>();

    @Test
    void allAreToldWhateverTheOthersThrow() {
        WebhookListeners listeners = new WebhookListeners(List.of(failing("one"), failing("two"), telling()));

        assertThatThrownBy(() -> listeners.started().rejected(Reason.WRONG_SIGNATURE))
                .hasMessage("one")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .satisfies(second -> assertThat(second).hasMessage("two")));
        assertThat(told).containsExactly(Reason.WRONG_SIGNATURE);
    }

    private static WebhookListener failing(String message) {
        return () -> new WebhookObserver() {
            @Override
            public void rejected(Reason reason) {
                throw new IllegalStateException(message);
            }
        };
    }

    private WebhookListener telling() {
        return () -> new WebhookObserver() {
            @Override
            public void rejected(Reason reason) {
                told.add(reason);
            }
        };
    }
}
