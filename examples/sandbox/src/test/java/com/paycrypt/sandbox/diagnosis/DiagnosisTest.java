package com.paycrypt.sandbox.diagnosis;

import static com.paycrypt.sandbox.support.Merchant.signature;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.wire.ApiKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {
    private static final String KEY = "pk_1";
    private static final String SECRET = "abcdef0123456789";
    private static final String NOW = "1723650000";
    private static final String TEXT = "{\"b\": \"é\", \"a\": 1.50}";
    private static final byte[] BODY = TEXT.getBytes(UTF_8);
    private static final Diagnosis DIAGNOSIS = new Diagnosis(
            List.of(new ApiKey(KEY, SECRET), new ApiKey("pk_2", "other")), Instant.ofEpochSecond(1_723_650_000));

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("a blank or line break at its end", signature(SECRET + "\n", NOW, BODY)),
                mistake("a blank or line break at its end", signature(" " + SECRET, NOW, BODY)),
                mistake("in quotation marks", signature('"' + SECRET + '"', NOW, BODY)),
                mistake("signed with the key", signature(KEY, NOW, BODY)),
                mistake("secret of another key", signature("other", NOW, BODY)),
                mistake("An empty body was signed", signature(SECRET, NOW, new byte[0])),
                mistake("without the line break", signature(SECRET, NOW, (TEXT + "\n").getBytes(UTF_8))),
                mistake("ISO-8859-1", signature(SECRET, NOW, TEXT.getBytes(ISO_8859_1))),
                mistake("UTF-16", signature(SECRET, NOW, TEXT.getBytes(StandardCharsets.UTF_16LE))),
                mistake("byte order mark", signature(SECRET, NOW, ("\uFEFF" + TEXT).getBytes(UTF_8))),
                mistake("written twice", signature(SECRET, NOW, "{\"b\":\"é\",\"a\":1.50}".getBytes(UTF_8))),
                mistake("dot is missing", signature(SECRET, NOW, BODY, "")),
                mistake("Another separator", signature(SECRET, NOW, BODY, ":")),
                mistake("body alone", signature(SECRET, "", BODY, "")),
                mistake("clock was read twice", signature(SECRET, "1723649999", BODY)),
                mistake("Milliseconds were signed", signature(SECRET, NOW + "000", BODY)),
                mistake("upper-case", signature(SECRET, NOW, BODY).toUpperCase(Locale.ROOT)),
                mistake("starts with a scheme", "sha256=" + signature(SECRET, NOW, BODY)),
                mistake("is Base64", base64(signature(SECRET, NOW, BODY))),
                mistake("has 40 digits", "a".repeat(40)),
                mistake("is missing", ""),
                mistake("not a hexadecimal number", "???"),
                mistake("secret is another one", "0".repeat(64)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamed(String words, String signature) {
        assertThat(DIAGNOSIS.of(new SignedMessage(KEY, NOW, signature, BODY)))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void aLineBreakAddedAfterSigningIsNamed() {
        byte[] sent = (TEXT + "\n").getBytes(UTF_8);

        assertThat(DIAGNOSIS.of(new SignedMessage(KEY, NOW, signature(SECRET, NOW, BODY), sent)))
                .singleElement()
                .asString()
                .contains("added at the end");
    }

    @ParameterizedTest
    @CsvSource({
        "1723650000000, in milliseconds",
        "1723650000.5, has a fraction",
        "2024-08-14T15:40:00Z, is a date",
        "+1723650000, no plain integer",
        "'', is missing",
        "1723646400, local time was taken for UTC",
        "1723649000, behind this server's clock",
        "1723651000, ahead of this server's clock"
    })
    void aWrongTimestampIsNamed(String timestamp, String words) {
        String signature = signature(SECRET, timestamp, BODY);

        assertThat(DIAGNOSIS.of(new SignedMessage(KEY, timestamp, signature, BODY)))
                .singleElement()
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"'', is missing", "pk_9, is not a key of this server", "abcdef0123456789, holds the secret"})
    void aWrongKeyIsNamed(String key, String words) {
        assertThat(DIAGNOSIS.of(new SignedMessage(key, NOW, signature(SECRET, NOW, BODY), BODY)))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void severalFaultsAreAllNamed() {
        assertThat(DIAGNOSIS.of(new SignedMessage(KEY, "1", "", BODY))).hasSize(2);
    }

    @Test
    void aRightMessageHasNoFault() {
        assertThat(DIAGNOSIS.of(new SignedMessage(KEY, NOW, signature(SECRET, NOW, BODY), BODY)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void neitherTheSecretNorTheRightSignatureIsTold(String words, String signature) {
        assertThat(DIAGNOSIS.of(new SignedMessage(KEY, NOW, signature, BODY)).toString())
                .doesNotContain(SECRET, signature(SECRET, NOW, BODY));
    }

    private static Arguments mistake(String words, String signature) {
        return Arguments.of(words, signature);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
