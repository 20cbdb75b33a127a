package com.paycrypt.sdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoneSurrogatesTest {
    @ParameterizedTest
    @CsvSource({
        "\\ud800, \\ufffd",
        "\\udc00, \\ufffd",
        "\\uD83D\\uD83D, \\ufffd\\ufffd",
        "\\ude00\\ud83d, \\ufffd\\ufffd",
        "\\ud83d\\ude00\\ud83d, \\ud83d\\ude00\\ufffd",
        "\\ud83d\\ud83d\\ude00, \\ufffd\\ud83d\\ude00",
        "\\ud83d and \\ude00, \\ufffd and \\ufffd",
        "\\ud83d\\n\\ude00, \\ufffd\\n\\ufffd",
        "\\\\\\ud800, \\\\\\ufffd"
    })
    void halfAPairIsReplaced(String json, String expected) {
        byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);

        assertThat(LoneSurrogates.replace(bytes)).isTrue();
        assertThat(bytes).asString(StandardCharsets.US_ASCII).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "text",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\\\ud800",
        "\\ud8",
        "\\ud80",
        "\\ud80x",
        "\\Ud800",
        "\\n\\ud83d\\ude00\\\\"
    })
    void allElseStaysAsItIs(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);

        assertThat(LoneSurrogates.replace(bytes)).isFalse();
        assertThat(bytes).asString(StandardCharsets.US_ASCII).isEqualTo(json);
    }
}
