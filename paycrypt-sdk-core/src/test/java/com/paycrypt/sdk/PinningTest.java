package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.ChildJvm;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.session.PaymentSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whether a blocking call keeps the carrier of its virtual thread, as the JVM itself records it. */
@Timeout(Await.SECONDS)
class PinningTest {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
    private static final int CALLS = 300;
    private static final String EVENT = "jdk.VirtualThreadPinned";
    private static final Pattern READYING_A_CLASS = Pattern.compile(
            "Waited for initialization of"
                    + "|VM call to (java|javax|jdk|sun)\\.\\S+\\.<clinit> on stack|jdk\\.internal\\.loader\\.|MethodHandleNatives\\.link");

    @TempDir
    Path directory;

    @BeforeEach
    void wantVirtualThreads() {
        assumeTrue(
                Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS,
                "virtual threads need a JDK of 21 or later: run the tests on one to prove this");
    }

    @Test
    void concurrentCallsPinNoThread() throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.creating())) {
            assertThat(recorded(Calls.class, server.url())).isEmpty();
            assertThat(server.received()).hasSize(CALLS + 1);
        }
    }

    @Test
    void aThreadThatIsPinnedIsRecorded() throws Exception {
        assertThat(recorded(Pinning.class)).isNotEmpty();
    }

    /** The events, but for those of the JVM making a class of its own ready: that happens once, to whoever comes first. */
    private List<String> recorded(Class<?> program, String... arguments) throws Exception {
        Path recording = directory.resolve("recording.jfr");
        Process child = ChildJvm.start(
                List.of("-XX:StartFlightRecording:settings=default,dumponexit=true,filename=" + recording + "," + EVENT
                        + "#threshold=0ms"),
                program,
                arguments);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        String events = output(new ProcessBuilder(
                ChildJvm.tool("jfr").toString(),
                "print",
                "--stack-depth",
                "64",
                "--events",
                EVENT,
                recording.toString()));
        return Stream.of(events.split(EVENT))
                .filter(event -> !event.isBlank())
                .filter(event -> !READYING_A_CLASS.matcher(event).find())
                .toList();
    }

    private static String output(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    /** Many calls at once, after one that loads the classes. */
    public static final class Calls {
        private Calls() {}

        public static void main(String[] args) throws Exception {
            ExecutorService threads = virtualThreads();
            try (PayCryptClient client =
                    PayCryptClient.builder(args[0], CREDENTIALS).build()) {
                threads.submit(() -> client.paymentSessions().create(Sessions.request()))
                        .get();
                List<Future<PaymentSession>> calls = new ArrayList<>();
                for (int i = 0; i < CALLS; i++) {
                    calls.add(threads.submit(() -> client.paymentSessions().create(Sessions.request())));
                }
                for (Future<PaymentSession> call : calls) {
                    assertThat(call.get().id()).isEqualTo("ps_1");
                }
            }
        }
    }

    /** Waits while a class is made ready, which pins on every JDK. */
    public static final class Pinning {
        private Pinning() {}

        public static void main(String[] args) throws Exception {
            virtualThreads().submit(() -> Waiting.WAITED).get();
        }

        private static final class Waiting {
            static final boolean WAITED = waited();

            private Waiting() {}

            private static boolean waited() {
                try {
                    return new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    return false;
                }
            }
        }
    }
}
