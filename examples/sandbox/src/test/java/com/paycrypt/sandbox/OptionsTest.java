package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.delivery.RetrySchedule;
import com.paycrypt.sandbox.wire.Dialect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsEverythingHasItsDefault() {
        SandboxBuilder builder = parse();

        assertThat(builder.port).isEqualTo(8090);
        assertThat(builder.dialect).isEqualTo(Dialect.GUIDE);
        assertThat(builder.retries).isEqualTo(RetrySchedule.USUAL);
        assertThat(builder.keys()).singleElement().asString().contains("sandbox_key");
    }

    @Test
    void everyOptionIsTaken() {
        SandboxBuilder builder =
                parse("--port", "0", "--key", "k", "--secret", "s", "--dialect", "older", "--retry", "1,60");

        assertThat(builder.port).isZero();
        assertThat(builder.dialect).isEqualTo(Dialect.OLDER);
        assertThat(builder.retries.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(builder.keys().get(0).secret()).isEqualTo("s");
    }

    @Test
    void retriesCanBeTurnedOff() {
        assertThat(parse("--retry", "none").retries).isEqualTo(RetrySchedule.ONCE);
    }

    private static SandboxBuilder parse(String... arguments) {
        return Options.parse(List.of(arguments)).toBuilder();
    }
}
