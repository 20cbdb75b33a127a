package com.paycrypt.sdk.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void zerosAtTheEndMakeNoDifference() {
        assertThat(Money.of("49", "usd"))
                .isEqualTo(Money.of("49.00", "USD"))
                .hasSameHashCodeAs(Money.of("49.00", "USD"));
        assertThat(Money.of("49", "USD")).isNotEqualTo(Money.of("49", "EUR")).isNotEqualTo(Money.of("49.01", "USD"));
    }

    @Test
    void itIsWrittenAsPeopleWriteIt() {
        assertThat(Money.of(new BigDecimal("4.9E+3"), "eur")).hasToString("4900 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {" EUR", "EURO ", "$", "€", "ſek", "U", "DOLLAR", "", " ", "U-D", "U\0"})
    void aCurrencyIsACode(String currency) {
        assertThatThrownBy(() -> Money.of("49.00", currency))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currency is ");
        assertThatThrownBy(() -> Money.of(BigDecimal.ONE, currency)).hasMessageContaining("currency is ");
    }

    @Test
    void bothPartsAreChecked() {
        assertThatThrownBy(() -> Money.of("abc", "$"))
                .hasMessageContainingAll("amount is not a plain decimal", "currency is not a code");
    }

    @Test
    void anAmountHasAtMost100DigitsOnEitherSideOfThePoint() {
        String most = "9".repeat(100);

        assertThat(Money.of(most + "." + most, "USD").amount()).isEqualTo(new BigDecimal(most + "." + most));
        for (String more : List.of(
                "9".repeat(101), "0." + "9".repeat(101), "9".repeat(201), "1" + "0".repeat(100), "9".repeat(100_000))) {
            assertThatThrownBy(() -> Money.of(more, "USD")).hasMessageContaining("more than 100 digits");
            assertThatThrownBy(() -> Money.of(new BigDecimal(more), "USD"))
                    .hasMessageContaining("more than 100 digits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000000", "1E-1000000000", "1E+100", "1E-101"})
    void numbersThatWouldFillTheMemoryAreNoMoney(String number) {
        assertThatThrownBy(() -> Money.of(new BigDecimal(number), "USD")).isInstanceOf(IllegalArgumentException.class);
    }
}
