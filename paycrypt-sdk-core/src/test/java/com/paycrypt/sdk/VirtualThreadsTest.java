package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.session.PaymentSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Await.SECONDS)
class VirtualThreadsTest {
    private static final int CALLS = 10_000;

    /** The sockets of both ends live in this one process. */
    private static final int AT_ONCE = 400;

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    @Test
    void tenThousandBlockingCallsOnVirtualThreadsAllReturn() throws Exception {
        assumeTrue(
                Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS,
                "virtual threads need a JDK of 21 or later: run the tests on one to prove this");
        Semaphore places = new Semaphore(AT_ONCE);
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try (FaultServer server = new FaultServer(Behaviours.creating());
                PayCryptClient client = PayCryptClient.builder(server.url(), CREDENTIALS)
                        .connectTimeout(Duration.ofMinutes(1))
                        .attemptTimeout(Duration.ofMinutes(4))
                        .callTimeout(Duration.ofMinutes(5))
                        .build()) {
            List<Future<PaymentSession>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(threads.submit(() -> createWithin(places, client)));
            }

            for (Future<PaymentSession> call : calls) {
                assertThat(Await.result(call).id()).isEqualTo("ps_1");
            }
        } finally {
            threads.shutdown();
        }
    }

    private static PaymentSession createWithin(Semaphore places, PayCryptClient client) throws InterruptedException {
        places.acquire();
        try {
            return client.paymentSessions().create(Sessions.request());
        } finally {
            places.release();
        }
    }
}
