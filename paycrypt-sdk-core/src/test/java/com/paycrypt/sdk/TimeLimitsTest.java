package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.faults.Way;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(Await.SECONDS)
class TimeLimitsTest {
    @ParameterizedTest
    @EnumSource
    void anEventListenerThatThrowsTurnsNoTimeLimitOff(Way way) throws Exception {
        OkHttpClient given =
                new OkHttpClient.Builder().eventListener(new Throwing()).build();
        try (FaultServer server = new FaultServer(Behaviours.silence());
                PayCryptClient client = PayCryptClient.builder(server.url(), CREDENTIALS)
                        .httpClient(given)
                        .retryPolicy(RetryPolicy.none())
                        .attemptTimeout(Duration.ofSeconds(1))
                        .build()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> way.create(client.paymentSessions(), Sessions.request()))
                        .isInstanceOf(PayCryptConnectionException.class)
                        .hasMessageContaining("within the time limit");
            }
        }
    }

    private static final class Throwing extends EventListener {
        @Override
        public void canceled(Call call) {
            throw new IllegalStateException("no metrics");
        }
    }
}
