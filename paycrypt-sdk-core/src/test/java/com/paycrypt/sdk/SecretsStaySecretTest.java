package com.paycrypt.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.faults.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that echo whatever they get, and everything that the SDK and OkHttp ever say at the finest level. */
class SecretsStaySecretTest {
    private static final String KEY = "pk_canary_4711";
    private static final String SECRET = "sk_canary_0815";

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Handler ear = new Ear();
    private @Nullable Level before;

    @BeforeEach
    void listenToEverything() {
        before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(ear);
        root.setLevel(before);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("echoes")
    void noTextHoldsAKeyASecretOrASignature(Echo echo, Way way) throws Exception {
        Credentials credentials = Credentials.of(KEY, SECRET);
        try (FaultServer server = new FaultServer((self, connection) -> echo(echo, self, connection));
                PayCryptClient client = new FakeTime(java.time.Instant.parse("2026-11-01T12:00:00Z"))
                        .on(PayCryptClient.builder(server.url(), credentials))
                        .listener(new Curious())
                        .build()) {
            hear(client + " " + credentials);

            Throwable failure = catchThrowable(() -> way.create(client.paymentSessions(), Sessions.request()));

            hear(failure);
        }
        assertThat(signatures).isNotEmpty();
        assertThat(said).hasSizeGreaterThan(5).anyMatch(text -> text.contains("ORD-123"));
        List<String> all =
                said.stream().filter(text -> !text.startsWith("Credentials")).toList();
        assertThat(all).noneMatch(text -> text.contains(SECRET));
        assertThat(all).noneMatch(text -> signatures.stream().anyMatch(text::contains));
        assertThat(all.stream().filter(text -> !text.startsWith("PayCryptClient[")))
                .noneMatch(text -> text.contains(KEY));
    }

    static Stream<Arguments> echoes() {
        return Stream.of(Echo.values()).flatMap(echo -> Stream.of(Way.values()).map(way -> Arguments.of(echo, way)));
    }

    private void echo(Echo echo, FaultServer server, Socket connection) throws IOException, InterruptedException {
        FaultServer.Received request = server.read(connection);
        signatures.add(request.header("X-Paycrypt-Signature"));
        String everything = request.head().replace("\r\n", " ") + new String(request.body(), StandardCharsets.UTF_8);
        String text = everything.replace("\\", "\\\\").replace("\"", "\\\"");
        byte[] answer = (switch (echo) {
                    case PAGE -> "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n<pre>" + everything + "</pre>";
                    case ERROR ->
                        "HTTP/1.1 401 No\r\n\r\n{\"error\":\"" + text + "\",\"detail\":\"" + text + "\",\"fields\":[\""
                                + text + "\"]}";
                    case REQUEST_ID -> "HTTP/1.1 400 No\r\nX-Request-ID: " + everything + "\r\n\r\n";
                    case STATUS_LINE -> "HTTQ " + everything + "\r\n\r\n";
                    case SESSION ->
                        "HTTP/1.1 201 Created\r\n\r\n{\"id\":\"" + text + "\",\"status\":\"" + text
                                + "\",\"checkout_url\":\"javascript:" + text + "\"}";
                    case REDIRECT -> "HTTP/1.1 307 There\r\nLocation: https://there.example/" + everything + "\r\n\r\n";
                })
                .getBytes(StandardCharsets.UTF_8);
        connection.getOutputStream().write(answer);
        connection.getOutputStream().flush();
    }

    private void hear(@Nullable Throwable thrown) {
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        hear(text.toString());
        if (thrown instanceof PayCryptApiException answer) {
            hear(answer.body() + answer.code() + answer.detail() + answer.fields() + answer.requestId());
        }
    }

    private void hear(String text) {
        said.add(text);
    }

    enum Echo {
        PAGE,
        ERROR,
        REQUEST_ID,
        STATUS_LINE,
        SESSION,
        REDIRECT
    }

    private final class Ear extends Handler {
        @Override
        public void publish(LogRecord record) {
            hear(record.getLoggerName() + " " + record.getMessage() + " " + Arrays.toString(record.getParameters()));
            hear(record.getThrown());
        }

        @Override
        public void flush() {
            assertThat(said).isNotNull();
        }

        @Override
        public void close() {
            flush();
        }
    }

    private final class Curious implements CallListener, CallObserver {
        @Override
        public CallObserver started(CallInfo call) {
            hear(call.toString());
            return this;
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            hear(attempt.toString());
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            hear(failure);
        }
    }
}
