package com.paycrypt.consumer;

import static com.paycrypt.consumer.Signature.KEY;
import static com.paycrypt.consumer.Signature.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant gets whose Maven project names one dependency: the jars that come with it, and programs that run. */
@Timeout(300)
class ConsumerTest {
    private static final String[] CORE = {
        "paycrypt-sdk-core",
        "okhttp-jvm",
        "okio-jvm",
        "kotlin-stdlib",
        "annotations",
        "jackson-databind",
        "jackson-core",
        "jackson-annotations",
        "jspecify"
    };
    private static final long MAX_BYTES_OF_CORE = 450_000;
    private static final long MAX_BYTES_IN_ALL = 6_000_000;
    private static final String SESSION = "ps_abcd1234ef56 https://paycrypt.tld/checkout/ps_abcd1234ef56";
    private static final byte[] PAID = """
            {"type":"payment.succeeded","id":"evt_1","data":{"order_id":"ORD-1","amount":"49.00","currency":"USD"}}""".getBytes(UTF_8);

    private final String timestamp = Long.toString(Instant.now().getEpochSecond());
    private final HttpClient http = HttpClient.newHttpClient();
    private StandIn payCrypt;

    @BeforeEach
    void startAServer() throws IOException {
        payCrypt = new StandIn();
    }

    @AfterEach
    void stopTheServer() {
        payCrypt.close();
    }

    @Test
    void coreBringsOkHttpJacksonAndNoMore() {
        assertThat(new Shop("core").artifacts()).containsExactlyInAnyOrder(CORE);
    }

    @Test
    void coreIsLightAndSoIsWhatItBrings() {
        Map<String, Long> bytes = new Shop("core").bytes();

        assertThat(bytes).hasSize(CORE.length);
        assertThat(bytes.get("paycrypt-sdk-core")).isLessThanOrEqualTo(MAX_BYTES_OF_CORE);
        assertThat(bytes.values().stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(MAX_BYTES_IN_ALL);
    }

    @Test
    void servletBringsNoContainer() {
        assertThat(new Shop("servlet").artifacts())
                .containsExactlyInAnyOrder(and(CORE, "paycrypt-sdk-servlet", "jakarta.servlet-api"));
    }

    @Test
    void springBringsNoVersionOfSpring() {
        assertThat(new Shop("spring-alone").artifacts())
                .containsExactlyInAnyOrder(and(CORE, "paycrypt-sdk-servlet", "paycrypt-sdk-spring"));
    }

    @Test
    void aProgramCreatesSessionsFromTheClassPath() {
        try (Program program = new Shop("modular").run("shop.CreateSession", payCrypt.url(), KEY, SECRET)) {
            assertThat(program.lines()).containsExactly(SESSION, SESSION, "from the class path");
        }
    }

    @Test
    void aProgramCreatesSessionsFromTheModulePath() {
        try (Program program = new Shop("modular").runModule("shop/shop.CreateSession", payCrypt.url(), KEY, SECRET)) {
            assertThat(program.lines()).containsExactly(SESSION, SESSION, "from a module");
        }
    }

    @Test
    void aWrongSecretIsRejectedByTheServer() throws IOException {
        try (Program program = new Shop("modular").run("shop.CreateSession", payCrypt.url(), KEY, "sk_test_2")) {
            assertThat(program.complaints()).contains("PayCryptApiException", "401", "bad_signature");
        }
    }

    @Test
    void aProgramReceivesASignedWebhookAndNoOther() throws Exception {
        try (Program program = new Shop("core").run("ReceiveWebhook", KEY, SECRET)) {
            URI webhook = URI.create("http://localhost:" + program.line() + "/webhook");

            assertThat(deliver(webhook, "0".repeat(64)).statusCode()).isEqualTo(401);
            assertThat(deliver(webhook, signature()).body()).isEqualTo("{\"ok\":true}");
            assertThat(program.line()).isEqualTo("PAID ship ORD-1");
        }
    }

    @Test
    void theServletPartsLoadFromTheModulePath() {
        try (Program program = new Shop("servlet").runModule("shop/shop.Webhooks", KEY, SECRET)) {
            String module = "module com.paycrypt.sdk.servlet";
            assertThat(program.lines()).containsExactly(module, module);
        }
    }

    @Test
    void aShopOnSpringBoot4PaysAndIsPaid() throws Exception {
        paysAndIsPaid(new Shop("spring"));
    }

    @Test
    @EnabledIfSystemProperty(named = "every.kind", matches = "true")
    void aShopOnSpringBoot35PaysAndIsPaid() throws Exception {
        paysAndIsPaid(new Shop("spring-boot-3.5"));
    }

    @Test
    @EnabledIfSystemProperty(named = "every.kind", matches = "true")
    void aProgramInKotlinWithStrictNullnessCreatesASession() {
        try (Program program = new Shop("kotlin").run("shop.CreateSessionKt", payCrypt.url(), KEY, SECRET)) {
            assertThat(program.lines()).containsExactly(SESSION);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "every.kind", matches = "true")
    void aTestSellsAnOrderWithTheSandbox() {
        try (Program program = new Shop("sandbox").runTest("shop.PaidOrder")) {
            assertThat(program.lines()).contains("PAID");
        }
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "every.kind", matches = "true")
    @CsvSource({
        "jackson-2.19, jackson-databind, 2.19.0",
        "jackson-2.23, jackson-databind, 2.23.0",
        "okhttp-4, okhttp, 4.12.0"
    })
    void otherVersionsOfWhatItStandsOnDoAsWell(String shop, String artifact, String version) {
        Shop other = new Shop(shop);
        assertThat(other.versions(artifact)).containsExactly(version);
        try (Program program =
                other.runProgramOf(new Shop("modular"), "shop.CreateSession", payCrypt.url(), KEY, SECRET)) {
            assertThat(program.lines()).containsExactly(SESSION, SESSION, "from the class path");
        }
    }

    private void paysAndIsPaid(Shop shop) throws Exception {
        try (Program program = shop.run(
                "shop.Shop",
                "--spring.main.banner-mode=off",
                "--logging.level.root=error",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--paycrypt.base-url=" + payCrypt.url(),
                "--paycrypt.key=" + KEY,
                "--paycrypt.secret=" + SECRET)) {
            String url = "http://127.0.0.1:" + program.line();

            HttpRequest pay = HttpRequest.newBuilder(URI.create(url + "/pay"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(pay, HttpResponse.BodyHandlers.ofString()).body())
                    .isEqualTo("ps_abcd1234ef56");
            URI webhook = URI.create(url + "/api/paycrypt/webhook");
            assertThat(deliver(webhook, "0".repeat(64)).statusCode()).isEqualTo(401);
            assertThat(deliver(webhook, signature()).body()).isEqualTo("{\"ok\":true}");
            assertThat(program.line()).isEqualTo("PAID");
        }
    }

    private String signature() {
        return Signature.of(timestamp, PAID);
    }

    private HttpResponse<String> deliver(URI webhook, String signature) throws IOException, InterruptedException {
        HttpRequest delivery = HttpRequest.newBuilder(webhook)
                .header("X-Paycrypt-Key", KEY)
                .header("X-Paycrypt-Timestamp", timestamp)
                .header("X-Paycrypt-Signature", signature)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(PAID))
                .build();
        return http.send(delivery, HttpResponse.BodyHandlers.ofString());
    }

    private static String[] and(String[] artifacts, String... more) {
        return Stream.of(artifacts, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
