package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, in a process of its own. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class SandboxMainTest {

    @Test
    void itTellsWhereItIsServesThereAndStopsOnSigterm() throws IOException, InterruptedException {
        Process process = start("--port", "0", "--key", "k1", "--secret", "s1");
        BufferedReader out = process.inputReader();
        String first = out.readLine();
        URI base = URI.create(first.replace("ready at ", ""));

        assertThat(first).matches("ready at http://127\\.0\\.0\\.1:[0-9]+");
        assertThat(get(base)).isEqualTo(200);
        process.toHandle().destroy();
        String rest = out.lines().collect(Collectors.joining("\n"));

        assertThat(rest).contains("PAYCRYPT_KEY=k1", "PAYCRYPT_SECRET=s1", "PAYCRYPT_BASE_URL=" + base);
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(process.errorReader().lines()).isEmpty();
        Assertions.assertThatThrownBy(() -> get(base)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aBusyPortIsOneClearMessage() throws IOException, InterruptedException {
        try (Sandbox busy = Sandbox.start()) {
            Process process = start("--port", Integer.toString(busy.port()));

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(process.errorReader().lines())
                    .singleElement()
                    .asString()
                    .startsWith("sandbox: cannot listen on 127.0.0.1:" + busy.port())
                    .contains("--port");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port x, --port must be a number from 0 to 65535",
        "--port 65536, --port must be a number",
        "--port, --port needs a value",
        "--dialect klingon, '--dialect must be guide, older or newer'",
        "--retry 5;3, --retry must be none or seconds",
        "--colour red, unknown option --colour",
        "extra, unknown option extra",
        "--key \u007f, the key must be visible ASCII"
    })
    void anOptionThatCannotBeUsedIsOneClearMessage(String arguments, String message)
            throws IOException, InterruptedException {
        Process process = start(arguments.split(" "));
        List<String> errors = process.errorReader().lines().toList();

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(errors.get(0)).startsWith("sandbox: ").contains(message);
        assertThat(errors).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat"));
    }

    @Test
    void helpIsNoError() throws IOException, InterruptedException {
        Process process = start("--help");

        assertThat(process.inputReader().lines().collect(Collectors.joining("\n")))
                .contains("--port", "--dialect");
        assertThat(process.waitFor()).isZero();
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static int get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
