package com.paycrypt.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.Await;
import com.paycrypt.sdk.FakeTime;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.session.PaymentSession;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A burst leaves idle connections, all of them die, and the next call must not find out one by one. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(300)
class DeadConnectionsTest {
    /** {@code -Dpaycrypt.long=true} tries every count from 1 to 64, for all deaths. */
    private static final boolean EVERY_COUNT = Boolean.getBoolean("paycrypt.long");

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Map<Socket, CountDownLatch> served = new ConcurrentHashMap<>();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private final List<AttemptInfo> attempts = new CopyOnWriteArrayList<>();

    @ParameterizedTest(name = "{0} by {1}, {2}, {3}")
    @MethodSource("deaths")
    void theNextCallSucceedsWhateverTheNumberOfDeadConnections(int count, Death death, Way way, Pool pool)
            throws Exception {
        CyclicBarrier burst = new CyclicBarrier(count);
        try (FaultServer server = new FaultServer((self, connection) -> serve(self, connection, burst, count));
                PayCryptClient client = client(server, pool)) {
            open(client, count);
            assertThat(connections).hasSize(count);
            die(death);
            attempts.clear();

            way.create(client.paymentSessions(), FaultTableTest.REQUEST);

            assertThat(attempts).hasSizeLessThanOrEqualTo(2);
            assertThat(attempts.get(attempts.size() - 1).status()).isEqualTo(201);
            assertThat(attempts.get(0).connection()).isEqualTo("reused");
            assertThat(attempts.get(attempts.size() - 1).connection()).isEqualTo("new");
            assertSignedAnew(server.received());
        }
    }

    /** Neither end notices: all that was open is dead, and what is sent over it costs the time limit of one attempt. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("dropped")
    void theNextCallSucceedsThoughAProxyDropsAllConnections(int count, Way way) throws Exception {
        CyclicBarrier burst = new CyclicBarrier(count);
        try (FaultServer server = new FaultServer((self, connection) -> serve(self, connection, burst, count));
                Relay proxy = new Relay(URI.create(server.url()).getPort());
                PayCryptClient client = client(
                                new FakeTime(NOON),
                                "http://127.0.0.1:" + proxy.port(),
                                count % 2 == 0 ? Pool.OURS : Pool.GIVEN)
                        .build()) {
            open(client, count);
            assertThat(proxy.made()).isEqualTo(count);
            proxy.freeze();
            attempts.clear();

            way.create(client.paymentSessions(), FaultTableTest.REQUEST);

            assertThat(attempts).extracting(AttemptInfo::result).containsExactly("timeout", "ok");
            assertThat(attempts).extracting(AttemptInfo::connection).containsExactly("reused", "new");
            assertThat(proxy.made()).isEqualTo(count + 1);
            assertSignedAnew(server.received());
        }
    }

    static Stream<Arguments> dropped() {
        return EVERY_COUNT
                ? IntStream.rangeClosed(1, 64)
                        .boxed()
                        .flatMap(count -> Stream.of(Way.values()).map(way -> Arguments.of(count, way)))
                : Stream.of(Arguments.of(7, Way.BLOCKING));
    }

    @ParameterizedTest(name = "{0} by {1}, {2}, {3}")
    @MethodSource("someDeaths")
    void theNextRetrievalSucceedsToo(int count, Death death, Way way, Pool pool) throws Exception {
        CyclicBarrier burst = new CyclicBarrier(count);
        try (FaultServer server = new FaultServer((self, connection) -> serve(self, connection, burst, count));
                PayCryptClient client = client(server, pool)) {
            open(client, count);
            die(death);
            attempts.clear();

            way.retrieve(client.paymentSessions(), "ps_1");

            assertThat(attempts).hasSizeLessThanOrEqualTo(2);
        }
    }

    /** Even where nothing is retried: the connection is looked at before the request is written to it. */
    @ParameterizedTest(name = "{0} by {1}, {2}, {3}")
    @MethodSource("noticedDeaths")
    void afterALullADeadConnectionIsNoticedBeforeItIsUsed(int count, Death death, Way way, Pool pool) throws Exception {
        CyclicBarrier burst = new CyclicBarrier(count);
        FakeTime time = new FakeTime(NOON);
        try (FaultServer server = new FaultServer((self, connection) -> serve(self, connection, burst, count));
                PayCryptClient client = client(time, server, pool)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            open(client, count);
            die(death);
            time.pass(Duration.ofSeconds(4));
            attempts.clear();
            int before = server.received().size();

            way.create(client.paymentSessions(), FaultTableTest.REQUEST);

            assertThat(attempts).hasSize(2);
            assertThat(attempts.get(0).failure()).hasValue(Outcome.NOT_SENT);
            assertThat(server.received()).hasSize(before + 1);
        }
    }

    static Stream<Arguments> someDeaths() {
        return deaths().filter(arguments -> (int) arguments.get()[0] % 9 == 1);
    }

    static Stream<Arguments> noticedDeaths() {
        return someDeaths().filter(arguments -> arguments.get()[1] != Death.SILENCE);
    }

    /** A healthy connection is looked at, too, and used again. */
    @ParameterizedTest
    @EnumSource
    void afterALullALiveConnectionIsUsedAgain(Way way) throws Exception {
        CyclicBarrier burst = new CyclicBarrier(1);
        FakeTime time = new FakeTime(NOON);
        try (FaultServer server = new FaultServer((self, connection) -> serve(self, connection, burst, 1));
                PayCryptClient client = client(time, server, Pool.OURS).build()) {
            for (int i = 0; i < 3; i++) {
                way.create(client.paymentSessions(), FaultTableTest.REQUEST);
                way.retrieve(client.paymentSessions(), "ps_1");
                time.pass(Duration.ofSeconds(30));
            }
        }
        assertThat(attempts).hasSize(6);
        assertThat(connections).hasSize(1);
    }

    static Stream<Arguments> deaths() {
        return Stream.of(Death.values())
                .flatMap(death -> counts(death)
                        .boxed()
                        .flatMap(count -> Stream.of(Way.values())
                                .map(way ->
                                        Arguments.of(count, death, way, Pool.values()[count % Pool.values().length]))));
    }

    /** A connection that is silent costs the time limit of an attempt. */
    private static IntStream counts(Death death) {
        if (EVERY_COUNT) {
            return IntStream.rangeClosed(1, 64);
        }
        return death == Death.SILENCE ? IntStream.of(1, 64) : IntStream.of(1, 2, 3, 4, 5, 6, 10, 19, 37, 63, 64);
    }

    private void die(Death death) throws IOException, InterruptedException {
        for (Socket connection : connections) {
            switch (death) {
                case FIN -> connection.shutdownOutput();
                case RST -> reset(connection);
                case SILENCE -> silent.add(connection);
            }
        }
    }

    /** The socket is closed when the thread that reads from it has noticed. */
    private void reset(Socket connection) throws IOException, InterruptedException {
        connection.setSoLinger(true, 0);
        connection.close();
        assertThat(served.get(connection).await(Await.SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    /** Over the same connections, by a client that waits for a burst as long as a busy machine takes for it. */
    private static void open(PayCryptClient client, int count) {
        Duration patience = Duration.ofSeconds(Await.SECONDS);
        try (PayCryptClient patient = client.toBuilder()
                .attemptTimeout(patience)
                .callTimeout(patience)
                .build()) {
            List<CompletableFuture<PaymentSession>> burst = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                burst.add(patient.paymentSessions().createAsync(FaultTableTest.REQUEST));
            }
            burst.forEach(CompletableFuture::join);
        }
    }

    /** Answers the burst when all of it is there, so that each call has a connection of its own; later ones at once. */
    private void serve(FaultServer server, Socket connection, CyclicBarrier burst, int count)
            throws IOException, InterruptedException {
        served.put(connection, new CountDownLatch(1));
        boolean first = connections.size() < count && connections.add(connection);
        try {
            answer(server, connection, first ? burst : null);
        } finally {
            served.get(connection).countDown();
        }
    }

    private void answer(FaultServer server, Socket connection, @Nullable CyclicBarrier burst)
            throws IOException, InterruptedException {
        boolean first = burst != null;
        while (true) {
            server.read(connection);
            if (silent.contains(connection)) {
                server.idle(300_000);
                return;
            }
            if (burst != null && first) {
                await(burst);
            }
            first = false;
            Behaviours.write(
                    connection,
                    "HTTP/1.1 201 Created\nContent-Length: " + Behaviours.SESSION.length() + "\n\n"
                            + Behaviours.SESSION);
        }
    }

    private static void await(CyclicBarrier burst) throws IOException {
        try {
            burst.await(Await.SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void assertSignedAnew(List<FaultServer.Received> received) {
        assertThat(received)
                .allSatisfy(request -> assertThat(request.header("X-Paycrypt-Signature"))
                        .isEqualTo(FaultTableTest.CREDENTIALS.sign(
                                Long.parseLong(request.header("X-Paycrypt-Timestamp")), request.body())));
    }

    private PayCryptClient client(FaultServer server, Pool pool) {
        return client(new FakeTime(NOON), server, pool).build();
    }

    private PayCryptClient.Builder client(FakeTime time, FaultServer server, Pool pool) {
        return client(time, server.url(), pool);
    }

    private PayCryptClient.Builder client(FakeTime time, String url, Pool pool) {
        PayCryptClient.Builder client = time.on(PayCryptClient.builder(url, FaultTableTest.CREDENTIALS))
                .attemptTimeout(Duration.ofSeconds(10))
                .callTimeout(Duration.ofHours(1))
                .listener(call -> new Watching());
        OkHttpClient given = pool.given();
        return given == null ? client : client.httpClient(given);
    }

    private final class Watching implements CallObserver {
        @Override
        public void attempted(AttemptInfo attempt) {
            attempts.add(attempt);
        }
    }

    /** How a connection dies. */
    enum Death {
        FIN,
        RST,

        /** What is sent is answered by nobody, as behind a firewall that forgot the connection. */
        SILENCE
    }

    /** Whose connections they are. */
    enum Pool {
        OURS {
            @Override
            @Nullable
            OkHttpClient given() {
                return null;
            }
        },
        GIVEN {
            @Override
            OkHttpClient given() {
                return new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
                        .build();
            }
        };

        abstract @Nullable OkHttpClient given();
    }
}
