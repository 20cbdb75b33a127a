package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.RawSocket;
import com.paycrypt.sdk.servlet.http.Wire;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are broken on the wire: the container answers, or gives up, and the shop's code never hears of it. */
@Tag("container")
@ParameterizedClass
@ValueSource(strings = {"/filtered", "/ready"})
class BrokenRequestTest {
    static final List<String> SUFFIXES = List.of(
            ";x=1", "/", "//", "/./", "/a/../", "/%2e%2e/", "/..;/", "%20", "?a=b", "/%2f", "\\", "%00", "#x", "/;/x");

    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final String path;
    private final String order = UUID.randomUUID().toString();
    private final Delivery genuine = Deployment.delivery(order);
    private final int length = genuine.body().length;

    BrokenRequestTest(String path) {
        this.path = path;
    }

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        WebhookReceiver receiver = WebhookReceiver.builder(Deployment.CREDENTIALS)
                .maxBodySize(Deployment.LIMIT)
                .handler(event -> shop.reach(event.payment().orderId().orElseThrow()))
                .build();
        return shop.filter("/filtered/*")
                .code("/filtered/*", (request, response) -> shop.reach(request))
                .servlet("/ready/*", new PayCryptWebhookServlet(receiver));
    }

    @Test
    void aBodyThatEndsEarlyReachesNobodyAndMayComeAgain() throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(head("Content-Length: " + length)).write(half()).end();

            assertBadRequest(socket);
        }
        onlyTheGenuineOneArrives();
    }

    @Test
    void aChunkedBodyThatEndsEarlyReachesNobodyAndMayComeAgain() throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(head("Transfer-Encoding: chunked"))
                    .write(Integer.toHexString(length) + "\r\n")
                    .write(half())
                    .end();

            assertBadRequest(socket);
        }
        onlyTheGenuineOneArrives();
    }

    @Test
    void aWholeBodyWithoutItsLastChunkReachesNobodyAndMayComeAgain() throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(head("Transfer-Encoding: chunked"))
                    .write(Integer.toHexString(length) + "\r\n")
                    .write(genuine.body())
                    .write("\r\n")
                    .end();

            assertBadRequest(socket);
        }
        onlyTheGenuineOneArrives();
    }

    @Test
    void aChunkSizeThatIsNoNumberReachesNobody() throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(head("Transfer-Encoding: chunked") + "zz\r\n" + genuine.text() + "\r\n0\r\n\r\n")
                    .end();

            assertBadRequest(socket);
        }
        onlyTheGenuineOneArrives();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "12x", "99999999999999999999", "5, 6"})
    void aLengthThatIsNoneReachesNobody(String declared) throws IOException {
        assertThat(answerTo(head("Content-Length: " + declared) + genuine.text()))
                .isIn(400, 413, RawSocket.CLOSED);
        onlyTheGenuineOneArrives();
    }

    @Test
    void twoLengthsReachNobody() throws IOException {
        assertThat(answerTo(head("Content-Length: 5\r\nContent-Length: " + length) + genuine.text()))
                .isIn(400, RawSocket.CLOSED);
        onlyTheGenuineOneArrives();
    }

    @Test
    void aBodyDeclaredTooLargeIsRejectedBeforeAnyOfItIsSent() throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(head("Content-Length: 1073741824"));

            assertThat(socket.status()).isEqualTo(413);
        }
        onlyTheGenuineOneArrives();
    }

    @Test
    void aBodyWithoutEndIsRejectedOnceItIsTooLarge() throws IOException {
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(head("Transfer-Encoding: chunked")).writeWithoutEnd(chunk, 8);

            assertThat(socket.status()).isEqualTo(413);
        }
        onlyTheGenuineOneArrives();
    }

    @Test
    void aWrongKeyIsRejectedBeforeAnyOfTheBodyIsSent() throws IOException {
        Delivery forged = genuine.with(Delivery.KEY, "pk_test_2");
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(forged.head(path) + "Expect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n");

            assertThat(socket.status()).isEqualTo(401);
        }
        onlyTheGenuineOneArrives();
    }

    @Test
    void aSenderThatAsksWhetherToGoOnIsServed() throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(head("Expect: 100-continue\r\nContent-Length: " + length))
                    .write(genuine.body());

            assertThat(socket.status()).isEqualTo(200);
        }
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @ParameterizedTest
    @FieldSource("SUFFIXES")
    void noSpellingOfThePathGetsPastTheVerification(String suffix) throws IOException {
        Delivery forged =
                genuine.withBody(genuine.text().replace("evt_1", "evt_2").getBytes(StandardCharsets.UTF_8));
        for (String spelling : new String[] {
            path + suffix,
            suffix + path,
            "/." + path,
            "/a/.." + path,
            "/" + path,
            path.replace("e", "%65"),
            "/;y" + path
        }) {
            try (RawSocket socket = new RawSocket(SHOP.port())) {
                socket.write(forged.head(spelling) + "Content-Length: " + length + "\r\n\r\n")
                        .write(forged.body());

                assertThat(socket.status()).isNotEqualTo(200).isNotEqualTo(500);
            }
        }
        assertThat(SHOP.timesReached(order)).isZero();
    }

    @Test
    void aSpellingThatTheContainerTakesForThePathIsVerifiedAndServed() throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(genuine.head(path + ";x=1") + "Content-Length: " + length + "\r\n\r\n")
                    .write(genuine.body());

            assertThat(socket.status()).isEqualTo(200);
        }
        assertThat(SHOP.timesReached(order)).isOne();
    }

    /** Tomcat puts its own page in the answer's place, but nothing of the exception into it. */
    private static void assertBadRequest(RawSocket socket) throws IOException {
        String answer = socket.text();

        assertThat(answer).matches("(?s)|HTTP/1.1 400 .*").doesNotContain("paycrypt", "Exception");
    }

    private byte[] half() {
        return java.util.Arrays.copyOf(genuine.body(), length / 2);
    }

    private String head(String header) {
        return genuine.head(path) + header + "\r\n\r\n";
    }

    private int answerTo(String request) throws IOException {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            return socket.write(request).end().status();
        }
    }

    private void onlyTheGenuineOneArrives() {
        assertThat(SHOP.timesReached(order)).isZero();
        assertThat(Wire.HTTP_1_1.send(genuine, SHOP.url(path)).status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isOne();
    }
}
