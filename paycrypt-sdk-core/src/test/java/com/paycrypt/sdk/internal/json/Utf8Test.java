package com.paycrypt.sdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ASCII is skipped in words of several bytes: no byte may hide in one, at any length and any place. */
class Utf8Test {
    private static final int LONGER_THAN_ANY_WORD = 80;

    @Test
    void asciiOfAnyLengthIsValid() {
        for (int length = 0; length <= LONGER_THAN_ANY_WORD; length++) {
            assertThat(Utf8.isValid(ascii(length))).as("length %d", length).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xBF, 0xC0, 0xE2, 0xFF})
    void aStrayByteIsFoundWhereverItIs(int stray) {
        for (int length = 1; length <= LONGER_THAN_ANY_WORD; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = ascii(length);
                bytes[at] = (byte) stray;
                assertThat(Utf8.isValid(bytes)).as("at %d of %d", at, length).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "\u20ac", "\ud83d\ude00"})
    void aCharacterOfSeveralBytesIsValidWhereverItIs(String character) {
        for (int before = 0; before <= LONGER_THAN_ANY_WORD; before++) {
            String text = "x".repeat(before) + character + "x".repeat(LONGER_THAN_ANY_WORD - before);
            assertThat(Utf8.isValid(text.getBytes(StandardCharsets.UTF_8)))
                    .as("after %d", before)
                    .isTrue();
        }
    }

    private static byte[] ascii(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
