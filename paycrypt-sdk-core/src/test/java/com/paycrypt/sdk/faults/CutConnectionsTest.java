package com.paycrypt.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A proxy cuts the connection after each byte of the request, and after each byte of the response, once each. What the caller
 * is told of the outcome must be true wherever it was cut.
 */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class CutConnectionsTest {
    @ParameterizedTest
    @EnumSource
    void theOutcomeIsTrueWhereverTheConnectionIsCut(Way way) throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.creating());
                CuttingProxy proxy = new CuttingProxy(server);
                PayCryptClient client = PayCryptClient.builder(proxy.url(), FaultTableTest.CREDENTIALS)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            measure(proxy, way);
            int request = proxy.upstream.get();
            int response = proxy.downstream.get();
            assertThat(request + response).isGreaterThan(500);

            Map<Outcome, Integer> told = new EnumMap<>(Outcome.class);
            for (int bytes = 0; bytes < request; bytes++) {
                told.merge(afterCut(bytes, Integer.MAX_VALUE, server, proxy, client, way), 1, Integer::sum);
            }
            for (int bytes = 0; bytes < response; bytes++) {
                told.merge(afterCut(Integer.MAX_VALUE, bytes, server, proxy, client, way), 1, Integer::sum);
            }
            assertThat(told).containsExactly(Map.entry(Outcome.UNKNOWN, request + response));
        }
    }

    /** Counts the bytes of a call that is not cut, over a connection that no other uses. */
    private static void measure(CuttingProxy proxy, Way way) {
        proxy.cut(Integer.MAX_VALUE, Integer.MAX_VALUE);
        try (PayCryptClient client =
                PayCryptClient.builder(proxy.url(), FaultTableTest.CREDENTIALS).build()) {
            assertThat(outcome(client, way)).isNull();
        }
    }

    /** {@code REJECTED} would be a lie of every cut, and {@code NOT_SENT} of every request that the server has read. */
    private static Outcome afterCut(
            int up, int down, FaultServer server, CuttingProxy proxy, PayCryptClient client, Way way)
            throws IOException {
        int before = server.received().size();
        proxy.cut(up, down);
        Outcome told = outcome(client, way);
        assertThat(told).as(up + " " + down).isNotNull().isNotEqualTo(Outcome.REJECTED);
        if (server.received().size() > before) {
            assertThat(told).isEqualTo(Outcome.UNKNOWN);
        }
        return told;
    }

    private static @Nullable Outcome outcome(PayCryptClient client, Way way) {
        try {
            way.create(client.paymentSessions(), FaultTableTest.REQUEST);
            return null;
        } catch (PayCryptException e) {
            assertThat(e.attempts()).isBetween(1, 2);
            return e.outcome();
        }
    }

    /** Passes so many bytes each way and then resets the connection to the client. */
    private static final class CuttingProxy implements Closeable {
        final AtomicInteger upstream = new AtomicInteger();
        final AtomicInteger downstream = new AtomicInteger();
        private final ServerSocket socket;
        private final int target;
        private volatile int maxUp;
        private volatile int maxDown;

        CuttingProxy(FaultServer server) throws IOException {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.target = Integer.parseInt(server.url().replaceAll(".*:", ""));
            daemon(this::accept);
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        void cut(int up, int down) {
            maxUp = up;
            maxDown = down;
            upstream.set(0);
            downstream.set(0);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private void accept() throws IOException {
            while (true) {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> pump(client, server, client, upstream, maxUp));
                daemon(() -> pump(server, client, client, downstream, maxDown));
            }
        }

        private static void pump(Socket from, Socket to, Socket client, AtomicInteger passed, int max)
                throws IOException {
            InputStream in = from.getInputStream();
            if (max == 0) {
                int unused = in.read();
            }
            while (passed.get() < max) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                to.getOutputStream().write(next);
                passed.incrementAndGet();
            }
            to.getOutputStream().flush();
            client.setSoLinger(true, 0);
            client.close();
            from.close();
            to.close();
        }

        private static void daemon(Work work) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            work.run();
                        } catch (IOException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "cutting-proxy");
            thread.setDaemon(true);
            thread.start();
        }

        @FunctionalInterface
        private interface Work {
            void run() throws IOException;
        }
    }
}
