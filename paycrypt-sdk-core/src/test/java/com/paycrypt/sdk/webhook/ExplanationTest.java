package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final long NOW = 1723650000;
    private static final String TIME = Long.toString(NOW);
    private static final String KEY = "pk_1";
    private static final String SECRET = "c2VjcmV0IQ==";
    private static final String BODY =
            "{\"type\":\"payment.succeeded\",\"data\":{\"name\":\"Jürgen\",\"amount\":49.0}}";

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);

    @Test
    void aGenuineDeliveryIsCalledGenuine() {
        assertThat(explain(KEY, TIME, mac(SECRET, TIME, BODY), BODY)).startsWith("The delivery is genuine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    c2VjcmV0IQ==\\n     | line end behind it
                    c2VjcmV0IQ==\\r\\n  | Windows line end
                    'c2VjcmV0IQ== '     | a space beside it
                    ' c2VjcmV0IQ=='     | a space beside it
                    <c2VjcmV0IQ==>      | with its quotes
                    ´c2VjcmV0IQ==´      | with its quotes
                    secret!             | decoded from base64
                    C2VJCMV0IQ==        | another case
                    c2vjcmv0iq==        | another case
                    pk_1                | the API key was used as the secret
                    something else      | none of the usual causes
                    """)
    void aMistakeWithTheSecretIsNamed(String signedWith, String cause) {
        String secret = signedWith
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replaceAll("[<>]", "\"")
                .replace('´', '\'');

        assertThat(explain(KEY, TIME, mac(secret, TIME, BODY), BODY)).contains("401 WRONG_SIGNATURE", cause);
    }

    @ParameterizedTest
    @CsvSource({
        "SECRET, secret, another case",
        "SECRET, SECRET, genuine",
        "secret, SECRET, another case",
        "17, 18, none of"
    })
    void anotherCaseIsNamedWhicheverTheSecretHas(String secret, String signedWith, String cause) {
        WebhookVerifier verifier = WebhookVerifier.builder(Credentials.of(KEY, secret))
                .clock(clock)
                .build();

        assertThat(verifier.explain(headers(KEY, TIME, mac(signedWith, TIME, BODY))::get, bytes(BODY)))
                .contains(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\\n", "secret\\r\\n", "\"secret\\n", "\"secret"})
    void aSecretHeldWithMoreThanItselfIsNamed(String held) {
        WebhookVerifier verifier =
                WebhookVerifier.builder(Credentials.of(KEY, held)).clock(clock).build();

        assertThat(verifier.explain(headers(KEY, TIME, mac("secret", TIME, BODY))::get, bytes(BODY)))
                .contains("Cause: the secret in the settings here has quotes");
        assertThat(verifier.explain(headers(KEY, TIME, mac("other", TIME, BODY))::get, bytes(BODY)))
                .contains("Cause: none of the usual causes");
    }

    @Test
    void settingsHeldInEachOthersPlaceAreNamed() {
        WebhookVerifier verifier = WebhookVerifier.builder(Credentials.of(SECRET, KEY))
                .clock(clock)
                .build();

        assertThat(verifier.explain(headers(KEY, TIME, mac(SECRET, TIME, BODY))::get, bytes(BODY)))
                .contains(
                        "401 UNKNOWN_KEY", "Cause: the API key was used as the secret: the two settings are mixed up");
    }

    @Test
    void aSecretDecodedFromHexadecimalDigitsIsNamed() {
        byte[] key = HexFormat.of().parseHex("00ff10");

        assertThat(WebhookVerifier.builder(Credentials.of(KEY, "00ff10"))
                        .clock(clock)
                        .build()
                        .explain(headers(KEY, TIME, mac(key, bytes(TIME + "." + BODY)))::get, bytes(BODY)))
                .contains("decoded from hexadecimal");
    }

    @ParameterizedTest
    @CsvSource({
        "'', signed alone",
        "1723650000, point between timestamp and body is missing",
        "1723650000:, a colon",
        "'1723650000\n', a line end stands between",
        "1723650000000., in milliseconds and sent in seconds",
        "1723650000123., in milliseconds and sent in seconds",
        "1723650000999., in milliseconds and sent in seconds",
        "1723650001., the clock was read twice",
        "1723649999., the clock was read twice",
        "1723650002., the clock was read twice",
        "1723649998., the clock was read twice",
        "1723650003., none of the usual causes",
        "1723649997., none of the usual causes"
    })
    void aMistakeBeforeTheBodyIsNamed(String prefix, String cause) {
        String signature = mac(bytes(SECRET), bytes(prefix + BODY));

        assertThat(explain(KEY, TIME, signature, BODY)).contains("401 WRONG_SIGNATURE", cause);
    }

    @ParameterizedTest
    @CsvSource({"65536, in milliseconds and sent in seconds", "65537, none of the usual causes"})
    void millisecondsAreTriedForBodiesOfAnUsualSize(int size, String cause) {
        String body = "{\"type\":\"" + "x".repeat(size - 11) + "\"}";

        assertThat(bytes(body)).hasSize(size);
        assertThat(explain(KEY, TIME, mac(bytes(SECRET), bytes(TIME + "123." + body)), body))
                .contains(cause);
    }

    @Test
    void whatHappenedToTheBodyIsNamed() throws IOException {
        assertExplained(BODY, BODY + "\n", "a line end was added");
        assertExplained(BODY, BODY + "\n", "Remedy: read request.getInputStream() to its end");
        assertExplained(BODY + "\n", BODY, "a line end at the end of the body was lost");
        assertExplained("{\"type\":\r\n\"a\"}", "{\"type\":\n\"a\"}", "line ends inside");
        assertExplained("{\"type\": \"a\", \"x\": [1, 2]}", "{\"type\":\"a\",\"x\":[1,2]}", "written again");
        assertExplained("{\"type\":\"\\u00FC\"}", "{\"type\":\"ü\"}", "written again");
        assertExplained("{\"type\": \"\\u00fc\"}", "{\"type\":\"ü\"}", "written again");
        assertExplained("{\"b\":1,\"type\":\"a\"}", "{\"type\":\"a\",\"b\":1}", "written again");
        assertExplained(BODY, "\ufeff" + BODY, "a byte order mark was added before");
        assertExplained("\ufeff" + BODY, BODY, "a byte order mark before the body was lost");
        assertExplained(BODY, new String(bytes(BODY), StandardCharsets.ISO_8859_1), "decoded with one charset");
        assertExplained("a=%22+b%26", "a=%22 b%26", "decoded as a form");
        assertExplained("", BODY, "that of an empty body");
        assertThat(explain(KEY, TIME, mac(SECRET, TIME, BODY), gzip(bytes(BODY))))
                .contains("arrives compressed");
    }

    @Test
    void aBodyThatWasReadBeforeIsNamed() {
        assertThat(explain(KEY, TIME, mac(SECRET, TIME, BODY), "")).contains("something read it before");
    }

    @Test
    void aMixUpOfKeysIsNamed() {
        WebhookVerifier two = WebhookVerifier.builder(Credentials.of(KEY, SECRET))
                .alsoAccept(Credentials.of("pk_2", "sk_2"))
                .clock(clock)
                .build();

        assertThat(two.explain(headers(KEY, TIME, mac("sk_2", TIME, BODY))::get, bytes(BODY)))
                .contains("the pairs of key and secret are mixed up");
        assertThat(two.explain(headers("pk_3", TIME, mac("sk_2", TIME, BODY))::get, bytes(BODY)))
                .contains("401 UNKNOWN_KEY", "Cause: the key is not known, but its secret is");
        assertThat(two.explain(headers("pk_3", TIME, mac("sk_3", TIME, BODY))::get, bytes(BODY)))
                .contains("Cause: another active key", "alsoAccept");
        assertThat(two.explain(headers(" PK_2", TIME, mac("sk_2", TIME, BODY))::get, bytes(BODY)))
                .contains("another case or with whitespace");
        assertThat(two.explain(name -> null, bytes(BODY)))
                .contains("Cause: X-Paycrypt-Key is absent", "timestamp null");
        assertThat(two.explain(headers("", "2024-08-14T15:40:00Z", mac(SECRET, TIME, BODY))::get, bytes(BODY)))
                .contains("401 UNKNOWN_KEY", "Cause: the timestamp is a date in text: that is another, older");
        assertThat(two.explain(headers(KEY, TIME, mac("sk_2\n", TIME, BODY))::get, bytes(BODY)))
                .contains("Cause: none of the usual causes");
    }

    @ParameterizedTest
    @CsvSource({
        "'', absent",
        "1723650000000, milliseconds",
        "2024-08-14T15:40:00Z, older notification scheme",
        "-1723650000, Long.toString",
        "+1723650000, Long.toString",
        "172365000000x, Long.toString",
        "172365000000/, Long.toString",
        "172365000000:, Long.toString",
        "000000000000, Long.toString",
        "0000000000000, milliseconds",
        "9999999999999, milliseconds",
        "2024-08-14 15:40:00, older notification scheme",
        "20240814T154000Z, older notification scheme",
        "T1723650000, Long.toString"
    })
    void whatIsWrongWithTheTimestampIsNamed(String timestamp, String cause) {
        assertThat(explain(KEY, timestamp, "0".repeat(64), BODY)).contains("Rejected with 400", cause);
    }

    @ParameterizedTest
    @CsvSource({
        "1723649000, the two clocks differ",
        "1723653600, 2 half hours",
        "1723642830, 4 half hours",
        "1723651800, 1 half hours",
        "1723648200, 1 half hours",
        "1723648139, 'the two clocks differ, or'",
        "1723648140, 1 half hours",
        "1723646460, 2 half hours",
        "1723646461, 'the two clocks differ, or'",
        "1723648201, 'the two clocks differ, or'",
        "1723599600, 28 half hours",
        "1723599540, 28 half hours",
        "1723597800, 'the two clocks differ, or'",
        "1723477200, 'the two clocks differ, or the delivery is an old one'",
        "1723648200, 'UTC, or the delivery is an old one sent again'"
    })
    void whatIsWrongWithAClockIsNamed(String timestamp, String cause) {
        assertThat(explain(KEY, timestamp, "0".repeat(64), BODY)).contains("400 TIMESTAMP_OUT_OF_WINDOW", cause);
    }

    @Test
    void whatIsWrongWithTheFormOfTheSignatureIsNamed() {
        String right = mac(SECRET, TIME, BODY);

        assertThat(explain(KEY, TIME, "", BODY)).contains("401 MALFORMED_SIGNATURE", "absent");
        assertThat(explain(KEY, TIME, right.toUpperCase(Locale.ROOT), BODY)).contains("upper case");
        assertThat(explain(KEY, TIME, " " + right, BODY)).contains("whitespace around");
        assertThat(explain(KEY, TIME, "sha256=" + right, BODY)).contains("prefix such as sha256=");
        assertThat(explain(KEY, TIME, "a+b", BODY)).contains("base64");
        assertThat(explain(KEY, TIME, "a/b", BODY)).contains("base64");
        assertThat(explain(KEY, TIME, "ab".repeat(20), BODY)).contains("another digest");
        assertThat(explain(KEY, TIME, right.substring(1), BODY)).contains("cuts or changes");
        for (String other : List.of("g", "x", ":", "`", "G", "@", "!")) {
            assertThat(explain(KEY, TIME, other.repeat(64), BODY)).contains("cuts or changes");
        }
        assertThat(explain(KEY, TIME, "09AF".repeat(16), BODY)).contains("upper case");
    }

    @Test
    void whatNeedsNoGuessingIsToldAsItIs() {
        assertThat(explain(KEY, TIME, mac(SECRET, TIME, "[]"), "[]"))
                .contains("400 MALFORMED_EVENT", "not a JSON object")
                .doesNotContain("Cause");
        Map<String, List<String>> twice = headers(KEY, TIME, "0".repeat(64));
        twice.put("X-Paycrypt-Key", List.of(KEY, KEY));
        assertThat(verifier().explain(twice::get, bytes(BODY)))
                .contains("401 DUPLICATE_HEADER")
                .doesNotContain("Cause");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1e99999999999}", "{\"a\":0.1e-2147483647}", "{\"a\":1e2147483648}"})
    void numbersThatNoDecimalHoldsAreNoError(String body) {
        assertThat(explain(KEY, TIME, "0".repeat(64), body)).contains("Cause: none of the usual causes");
    }

    @Test
    void whatIsNestedAbsurdlyIsNotWrittenAnew() {
        String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);

        assertThat(explain(KEY, TIME, mac(SECRET, TIME, deep.replace(":", ": ")), deep))
                .contains("Cause: none of the usual causes");
    }

    @Test
    void whatWasSeenIsShownUnderEitherSpelling() {
        Map<String, List<String>> lowerCase =
                Map.of("x-paycrypt-key", List.of(KEY), "x-paycrypt-timestamp", List.of(TIME));

        assertThat(verifier().explain(lowerCase::get, bytes(BODY))).contains("Seen: timestamp [" + TIME + "]");
    }

    @Test
    void neitherTheSecretNorTheRightSignatureIsTold() {
        String told = explain(KEY, TIME, mac(SECRET + "\n", TIME, BODY), BODY);

        assertThat(told).doesNotContain(SECRET, mac(SECRET, TIME, BODY));
    }

    @Test
    void whatTheSenderWroteIsEscapedAndBounded() {
        String told = explain(KEY, "\n\u001b[31m" + "9".repeat(500), "0".repeat(64), "\u0000\u001b" + "x".repeat(500));

        assertThat(told).contains("\\u000a\\u001b[31m").doesNotContain("\u001b").hasSizeLessThan(800);
    }

    private void assertExplained(String signed, String received, String cause) {
        assertThat(explain(KEY, TIME, mac(SECRET, TIME, signed), received)).contains("401 WRONG_SIGNATURE", cause);
    }

    private String explain(String key, String timestamp, String signature, String body) {
        return explain(key, timestamp, signature, bytes(body));
    }

    private String explain(String key, String timestamp, String signature, byte[] body) {
        return verifier().explain(headers(key, timestamp, signature)::get, body);
    }

    private WebhookVerifier verifier() {
        return WebhookVerifier.builder(Credentials.of(KEY, SECRET)).clock(clock).build();
    }

    private static Map<String, List<String>> headers(String key, String timestamp, String signature) {
        return new LinkedHashMap<>(Map.of(
                "X-Paycrypt-Key", List.of(key),
                "X-Paycrypt-Timestamp", List.of(timestamp),
                "X-Paycrypt-Signature", List.of(signature)));
    }

    private static String mac(String secret, String timestamp, String body) {
        return mac(bytes(secret), bytes(timestamp + "." + body));
    }

    /** By another implementation than the one under test. */
    private static String mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
