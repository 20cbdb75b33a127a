package com.paycrypt.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopOptionsTest {
    @Test
    void withoutOptionsTheShopIsOnPort8080AndInMemory() {
        assertThat(ShopOptions.parse()).isEqualTo(new ShopOptions(8080, Optional.empty()));
    }

    @Test
    void theLastOfEachOptionCounts() {
        assertThat(ShopOptions.parse("--port", "1", "--data", "a b", "--port", "0"))
                .isEqualTo(new ShopOptions(0, Optional.of(Path.of("a b"))));
    }

    @Test
    void aValueStandsBehindAnEqualsSignOrAlone() {
        assertThat(ShopOptions.parse("--port=8081", "--data=x=y"))
                .isEqualTo(new ShopOptions(8081, Optional.of(Path.of("x=y"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpIsAskedForInTwoWays(String option) {
        assertThat(ShopOptions.askForHelp("--port", "1", option)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 65536", "--port -1", "--prot 80", "8080"})
    void whatCannotBeRightIsNamed(String arguments) {
        String[] args = arguments.split(" ");

        assertThatThrownBy(() -> ShopOptions.parse(args))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(args[0]);
    }

    @Test
    void missingSettingsAreNamed() {
        Map<String, String> half = Map.of("PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", " ");

        assertThatThrownBy(() -> ShopOptions.checkSettings(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PAYCRYPT_BASE_URL, PAYCRYPT_SECRET");
    }
}
