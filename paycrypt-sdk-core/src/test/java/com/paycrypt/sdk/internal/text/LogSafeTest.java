package com.paycrypt.sdk.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LogSafeTest {

    @Test
    void visibleAsciiStandsAsItIsAndAllElseEscaped() {
        assertThat(LogSafe.of(" !~")).isEqualTo(" !~");
        assertThat(LogSafe.of("\u001f\u007f\\\u00fc\u2028"))
                .isEqualTo("\\u001f\\u007f\\u005c\\u00fc\\u2028")
                .isPrintable();
    }

    @Test
    void whatIsLongIsCutOff() {
        assertThat(LogSafe.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(LogSafe.of("x".repeat(81))).isEqualTo("x".repeat(80) + "...");
    }

    @Test
    void anExceptionIsItsClassAndItsMessage() {
        assertThat(LogSafe.of(new IOException("no\nstock"))).isEqualTo("java.io.IOException: no\\u000astock");
        assertThat(LogSafe.of(new IOException("x".repeat(1000)))).hasSize(403).endsWith("...");
    }

    @Test
    void anExceptionThatFailsToTellItsMessageIsItsClass() {
        assertThat(LogSafe.of(new Silent()))
                .isEqualTo("com.paycrypt.sdk.internal.text.LogSafeTest$Silent, whose getMessage() failed with"
                        + " java.lang.NoClassDefFoundError");
    }

    /** Fails to return its message, as the exceptions of some persistence frameworks do once their session is closed. */
    private static final class Silent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new NoClassDefFoundError("Session");
        }
    }
}
