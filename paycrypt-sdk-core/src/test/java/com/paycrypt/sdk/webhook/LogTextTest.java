package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void visibleAsciiStandsAsItIsAndAllElseEscaped() {
        assertThat(LogText.of(" !~")).isEqualTo(" !~");
        assertThat(LogText.of("\u001f\u007f\\\u00fc\u2028"))
                .isEqualTo("\\u001f\\u007f\\u005c\\u00fc\\u2028")
                .isPrintable();
    }

    @Test
    void whatIsLongIsCutOff() {
        assertThat(LogText.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(LogText.of("x".repeat(81))).isEqualTo("x".repeat(80) + "...");
    }

    @Test
    void anExceptionIsItsClassAndItsMessage() {
        assertThat(LogText.of(new IOException("no\nstock"))).isEqualTo("java.io.IOException: no\\u000astock");
        assertThat(LogText.of(new IOException("x".repeat(1000)))).hasSize(403).endsWith("...");
    }

    @Test
    void anExceptionThatFailsToTellItsMessageIsItsClass() {
        assertThat(LogText.of(new Unprintable()))
                .isEqualTo("com.paycrypt.sdk.webhook.Unprintable, whose getMessage() failed with"
                        + " java.lang.NoClassDefFoundError");
    }
}
