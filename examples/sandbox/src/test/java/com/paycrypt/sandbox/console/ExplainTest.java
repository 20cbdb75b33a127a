package com.paycrypt.sandbox.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.support.Merchant;
import java.net.URLEncoder;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {
    private static final String BODY = "{\"type\": \"payment.succeeded\", \"data\": {}}";
    private static final String RAW = "byte[] body = request.getInputStream().readAllBytes();";

    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private final String now = Long.toString(Instant.now().getEpochSecond());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aBodyThatWasWrittenAgainIsFoundWithTheJavaThatIsRight() {
        String signature = Merchant.signature(sandbox.secret(), now, BODY.getBytes(UTF_8));

        assertThat(explain(headers(now, signature), BODY.replace(" ", ""))).contains("The JSON was written twice", RAW);
    }

    @Test
    void anotherSecretIsFound() {
        String signature = Merchant.signature(sandbox.secret() + "\n", now, BODY.getBytes(UTF_8));

        assertThat(explain(headers(now, signature), BODY))
                .contains("a blank or line break at its end", "Credentials.of(key, secret.strip())");
    }

    @Test
    void aRightDeliveryIsSaidToBeRightThoughABrowserPastesItWithLineBreaks() {
        String signature = Merchant.signature(sandbox.secret(), now, BODY.getBytes(UTF_8));

        assertThat(explain(headers(now, signature), BODY + "\r\n"))
                .contains("Key, timestamp and signature are right", RAW)
                .doesNotContain("s ago by this clock");
    }

    @Test
    void anOldDeliveryIsJudgedAtTheTimeItWasSigned() {
        String then = Long.toString(Instant.now().getEpochSecond() - 5_000);
        String signature = Merchant.signature(sandbox.secret(), then, BODY.getBytes(UTF_8));

        assertThat(explain(headers(then, signature), BODY))
                .contains("Key, timestamp and signature are right", "s ago by this clock");
    }

    @ParameterizedTest
    @CsvSource({"86400, 24 hours ago", "259200, 3 days ago", "-259260, 3 days in the future"})
    void theAgeOfADeliveryIsSaidInWords(long seconds, String age) {
        String then = Long.toString(Instant.now().getEpochSecond() - seconds);

        assertThat(explain(headers(then, Merchant.signature(sandbox.secret(), then, BODY.getBytes(UTF_8))), BODY))
                .contains("It was signed " + age + " by this clock");
    }

    @Test
    void headersAreReadFromLogsAndCurlLinesToo() {
        String signature = Merchant.signature(sandbox.secret(), now, BODY.getBytes(UTF_8));
        String pasted = "-H 'X-Paycrypt-Key: " + sandbox.key() + "' -H 'x-paycrypt-timestamp: " + now
                + "'\n\"X-PAYCRYPT-SIGNATURE\": \"" + signature + "\",";

        assertThat(explain(pasted, BODY)).contains("Key, timestamp and signature are right");
    }

    @Test
    void nothingPastedIsExplainedToo() {
        assertThat(explain("", "")).contains("X-Paycrypt-Key is missing.", "X-Paycrypt-Timestamp is missing.");
    }

    @Test
    void whatIsPastedIsEscapedAndStays() {
        assertThat(explain("<script>", "<b>"))
                .contains("&lt;script&gt;</textarea>", "&lt;b&gt;</textarea>")
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void theFormIsNotPostedFromAnotherSite() {
        assertThat(merchant.send(merchant.post("/explain", new byte[0]).header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    private String explain(String headers, String body) {
        return merchant.submit(
                        "/explain",
                        "headers=" + URLEncoder.encode(headers, UTF_8) + "&body=" + URLEncoder.encode(body, UTF_8))
                .body();
    }

    private String headers(String timestamp, String signature) {
        return "X-Paycrypt-Key: " + sandbox.key() + "\nX-Paycrypt-Timestamp: " + timestamp + "\nX-Paycrypt-Signature: "
                + signature;
    }
}
