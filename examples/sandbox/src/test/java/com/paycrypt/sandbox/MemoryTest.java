package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.support.Merchant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A sandbox with little memory, in a process of its own. Far more sessions than usual are made by
 * {@code -Dtest.jvm=-Dsandbox.sessions=20000}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class MemoryTest {
    private static final int SESSIONS = Integer.getInteger("sandbox.sessions", 1_500);
    private static final int AT_ONCE = 20;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void metadataThatIsManyTimesTheMemoryDoesNotFillItAndEndsOnSigterm() throws Exception {
        Process process = start("-Xmx64m");
        try (BufferedReader out = process.inputReader()) {
            URI base = URI.create(out.readLine().replace("ready at ", ""));
            byte[] order = order(100_000);
            for (int n = 0; n < SESSIONS; n += AT_ONCE) {
                List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, AT_ONCE)
                        .mapToObj(each -> http.sendAsync(create(base, order), BodyHandlers.ofString()))
                        .toList();
                responses.forEach(
                        response -> assertThat(response.join().statusCode()).isEqualTo(201));
            }

            for (String path : List.of("/", "/deliveries", "/sessions", "/journal")) {
                assertThat(get(base.resolve(path))).isEqualTo(200);
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aSandboxWhoseMemoryIsUsedUpEndsInsteadOfHanging() throws Exception {
        Process process = start("-Xmx16m");
        try (BufferedReader out = process.inputReader()) {
            URI base = URI.create(out.readLine().replace("ready at ", ""));
            byte[] order = order(2_500_000);
            while (process.isAlive()) {
                IntStream.range(0, AT_ONCE)
                        .mapToObj(each -> http.sendAsync(create(base, order), BodyHandlers.discarding()))
                        .toList()
                        .forEach(MemoryTest::finish);
            }

            assertThat(process.exitValue()).isEqualTo(3);
            assertThat(process.errorReader().lines()).anyMatch(line -> line.contains("-Xmx"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static void finish(CompletableFuture<?> response) {
        try {
            response.join();
        } catch (CompletionException ended) {
            assertThat(ended).hasCauseInstanceOf(IOException.class);
        }
    }

    private static Process start(String memory) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName(),
                "--port=0",
                "--quiet"));
        return new ProcessBuilder(command).start();
    }

    private static byte[] order(int metadata) {
        var order = Merchant.order("ORD-1");
        order.putObject("metadata").put("k", "v".repeat(metadata));
        return order.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static HttpRequest create(URI base, byte[] body) {
        String now = Long.toString(Instant.now().getEpochSecond());
        return HttpRequest.newBuilder(base.resolve("/api/v1/payment_sessions"))
                .header("X-Paycrypt-Key", "sandbox_key")
                .header("X-Paycrypt-Timestamp", now)
                .header("X-Paycrypt-Signature", Merchant.signature("sandbox_secret", now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private int get(URI uri) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
