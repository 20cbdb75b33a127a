package com.paycrypt.sdk.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for decimals and URLs against independent ones, over many texts and under several default locales. */
@Isolated
class TextRulesTest {
    private static final int TEXTS = 5_000;
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final List<String> OF_NUMBERS = List.of(
            "0",
            "1",
            "9",
            "49",
            "00",
            ".",
            ".",
            "-",
            "+",
            "e",
            "E",
            "e1",
            "e-7",
            "E+99",
            "e100",
            "e999",
            ",",
            " ",
            "_",
            "٤",
            "४",
            "０",
            "x",
            "\0",
            "NaN",
            "1".repeat(50),
            "0".repeat(99));
    private static final List<String> OF_URLS = List.of(
            "https://",
            "http://",
            "HTTP://",
            "ftp://",
            "/",
            "/",
            "?",
            "#",
            "@",
            ":",
            ":80",
            ":99999",
            ":0",
            "[",
            "]",
            "[::1]",
            "[1:2::%25e]",
            "merchant.tld",
            "shop_1",
            "127.0.0.1",
            "user",
            "user:word@",
            "%41",
            "%4",
            "%zz",
            "\\",
            "\"",
            "<",
            "{",
            "|",
            "^",
            "`",
            " ",
            "\t",
            "\n",
            "\0",
            "a",
            "é",
            "例え",
            "e\u0301",
            "\u200B",
            "\u202E",
            "\uFEFF",
            "\u3164",
            "\u00A0",
            "\u3002",
            "😀",
            "\uD83D",
            "\uDE00",
            ".",
            "..",
            "-",
            "~",
            "!$&'()*+,;=",
            "//");

    private final Locale before = Locale.getDefault();
    private final Random random = new Random(20_241_128);

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "fa-IR"})
    void decimalsFollowOneGrammar(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        for (int i = 0; i < TEXTS; i++) {
            String text = text(OF_NUMBERS, 6);

            assertThat(Decimals.isPlain(text))
                    .as(text)
                    .isEqualTo(PLAIN.matcher(text).matches());
            assertThat(Decimals.parse(text)).as(text).isEqualTo(expected(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "ar-EG-u-nu-arab", "tr-TR"})
    void everyBoundedDecimalIsReadAsItWasWritten(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        for (int i = 0; i < TEXTS; i++) {
            BigDecimal number =
                    new BigDecimal(new BigInteger(1 + random.nextInt(340), random), random.nextInt(205) - 102);

            assertThat(Decimals.isBounded(number)).as(number.toString()).isEqualTo(isBounded(number));
            if (isBounded(number)) {
                assertThat(Decimals.parse(number.toString())).hasValue(number);
                assertThat(Money.of(number, "inr").currency()).isEqualTo("INR");
                assertThat(Money.of(number.abs().toPlainString(), "inr").amount())
                        .isEqualByComparingTo(number.abs());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "ar-EG-u-nu-arab", "tr-TR"})
    void everyUrlWithoutAViolationIsOneForTheJdkToo(String tag) throws URISyntaxException {
        Locale.setDefault(Locale.forLanguageTag(tag));
        int valid = 0;
        for (int i = 0; i < TEXTS; i++) {
            String url = url();
            if (WebUrl.violation(url) == null) {
                URI uri = new URI(url);
                assertThat(uri.getScheme()).as(url).isIn("http", "https", "HTTP");
                assertThat(uri.getRawAuthority()).as(url).isNotBlank();
                assertThat(uri).hasToString(url);
                valid++;
            }
        }
        assertThat(valid).isBetween(TEXTS / 100, TEXTS - TEXTS / 100);
    }

    /** OkHttp reads URLs as browsers do. */
    @Test
    void aLinkLeadsToTheHostThatCanBeRead() {
        int compared = 0;
        for (int i = 0; i < TEXTS; i++) {
            String url = url();
            HttpUrl browser = WebUrl.violationOfLink(url) == null ? HttpUrl.parse(url) : null;
            if (browser != null && url.chars().allMatch(character -> character < 0x7F)) {
                String afterScheme = url.substring(url.indexOf("//") + 2).toLowerCase(Locale.ROOT);
                assertThat(browser.username()).as(url).isEmpty();
                assertThat(browser.password()).as(url).isEmpty();
                assertThat(afterScheme.replace("[", "")).as(url).startsWith(browser.host());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(TEXTS / 200);
    }

    @Test
    void whatCannotBeSeenIsInNoUrl() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            int type = Character.getType(character);
            if (type == Character.FORMAT || type == Character.CONTROL || Character.isSpaceChar(character)) {
                assertThat(WebUrl.violation("https://merchant.tld/a" + Character.toString(character) + "b"))
                        .as("U+%04X", character)
                        .isNotNull();
            }
        }
    }

    private static Optional<BigDecimal> expected(String text) {
        return text.length() <= 207 && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)).filter(TextRulesTest::isBounded)
                : Optional.empty();
    }

    /** Written out digit by digit, which the numbers of this test allow. */
    private static boolean isBounded(BigDecimal number) {
        if (Math.abs(number.scale()) > 100) {
            return false;
        }
        String whole = number.signum() == 0 ? "0" : number.abs().toBigInteger().toString();
        return whole.length() <= 100;
    }

    /** Most of these begin as a URL does. */
    private String url() {
        String start = random.nextInt(4) == 0 ? "" : random.nextBoolean() ? "https://" : "http://m";
        return start + text(OF_URLS, 5);
    }

    private String text(List<String> parts, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }
}
