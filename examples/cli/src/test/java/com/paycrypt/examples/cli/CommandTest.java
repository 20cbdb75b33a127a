package com.paycrypt.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command as a process of its own, with its settings in the environment. */
@Execution(ExecutionMode.CONCURRENT)
class CommandTest {
    private static final String SESSION =
            "{\"id\":\"ps_1\",\"status\":\"created\",\"checkout_url\":\"https://p.tld/c\",\"expires_at\":1}";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @Test
    void theEnvironmentNamesTheServerAndTheAccount() throws Exception {
        server.enqueue(new MockResponse(201, Headers.of(), SESSION));

        Run run = run(settings());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("ps_1");
        assertThat(server.takeRequest().getHeaders().get("X-Paycrypt-Key")).isEqualTo("pk_1");
    }

    @Test
    void missingSettingsAreNamedInOneMessage() throws Exception {
        Run run = run(Map.of("PAYCRYPT_KEY", "pk_1"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.saysOneThing()).as(run.err()).isTrue();
        assertThat(run.err()).contains("PAYCRYPT_BASE_URL", "PAYCRYPT_SECRET");
    }

    @Test
    void aRejectionEndsTheProcessWithOneMessage() throws Exception {
        server.enqueue(new MockResponse(404, Headers.of(), "<html>not here</html>"));

        Run run = run(settings());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.saysOneThing()).as(run.err()).isTrue();
    }

    private Map<String, String> settings() {
        return Map.of(
                "PAYCRYPT_BASE_URL", server.url("/").toString(), "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1");
    }

    private static Run run(Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                CreateSession.class.getName()));
        command.addAll(Run.GOOD);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PAYCRYPT_") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), out, err);
    }
}
