package com.paycrypt.sdk.internal.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.Await;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Queue<ThreadFactory> factories =
            new ArrayDeque<>(List.<ThreadFactory>of(DeadlinesTest::noThread, new DaemonThreads("test")));

    @Test
    void anAttemptForWhichThereIsNoThreadFailsAndTheNextIsWatched() throws InterruptedException {
        try (Deadlines deadlines = new Deadlines(task -> factories.remove().newThread(task))) {
            assertThatThrownBy(() -> deadlines.enter(attempt(new CountDownLatch(1))))
                    .isInstanceOf(OutOfMemoryError.class);

            deadlines.enter(attempt(ended));

            Await.latch(ended);
        }
    }

    private static Thread noThread(Runnable task) {
        throw new OutOfMemoryError("unable to create native thread for " + task);
    }

    private static Attempt attempt(CountDownLatch cancelled) {
        Attempt attempt = new Attempt(0, 0);
        OkHttpClient http = new OkHttpClient.Builder()
                .eventListener(new Listening(cancelled))
                .build();
        attempt.limit(
                http.newCall(new Request.Builder().url("http://127.0.0.1/").build()), 1);
        return attempt;
    }

    private static final class Listening extends EventListener {
        private final CountDownLatch cancelled;

        Listening(CountDownLatch cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public void canceled(Call call) {
            cancelled.countDown();
        }
    }
}
