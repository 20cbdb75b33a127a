package com.paycrypt.sdk.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
        assertThat(Money.of(new BigDecimal("4.9E+3"), " eur ")).hasToString("4900 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000000", "1E-1000000000"})
    void numbersThatWouldFillTheMemoryAreNoMoney(String number) {
        assertThatThrownBy(() -> Money.of(new BigDecimal(number), "USD")).isInstanceOf(IllegalArgumentException.class);
    }
}
