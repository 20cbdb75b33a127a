package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** All threads of the process are looked at, so that no other test may run a sandbox meanwhile. */
@Isolated
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ThreadsTest {

    @Test
    void noThreadOutlivesASandbox() throws Exception {
        Set<Thread> before = threadsOfSandboxes();
        try (Receiver receiver = Receiver.start();
                Sandbox sandbox = Sandbox.start()) {
            sandbox.customer(new Merchant(sandbox).createSession(receiver.url()))
                    .pays();
            sandbox.webhooks().await();
            assertThat(startedSince(before)).isNotEmpty();
        }

        for (Thread thread : startedSince(before)) {
            thread.join();
        }
    }

    /** Those of tests before may still be ending, so that numbers say nothing. */
    private static Set<Thread> startedSince(Set<Thread> before) {
        Set<Thread> started = threadsOfSandboxes();
        started.removeAll(before);
        return started;
    }

    private static Set<Thread> threadsOfSandboxes() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("paycrypt-sandbox"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
