package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.ledger.RetrySchedule;
import com.paycrypt.sandbox.model.Dialect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsEverythingHasItsDefault() {
        SandboxBuilder builder = parse();

        assertThat(builder.port).isEqualTo(8090);
        assertThat(builder.dialect).isEqualTo(Dialect.GUIDE);
        assertThat(builder.retries).isEqualTo(RetrySchedule.NONE);
        assertThat(builder.keys()).singleElement().asString().contains("sandbox_key");
    }

    @Test
    void everyOptionIsTaken() {
        SandboxBuilder builder =
                parse("--port", "0", "--key", "k", "--secret", "s", "--dialect", "older", "--retry", "1,60");

        assertThat(builder.port).isZero();
        assertThat(builder.dialect).isEqualTo(Dialect.OLDER);
        assertThat(builder.retries.delays()).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(builder.keys().get(0).secret()).isEqualTo("s");
    }

    @Test
    void retriesCanBeTurnedOff() {
        assertThat(parse("--retry", "none").retries).isEqualTo(RetrySchedule.NONE);
    }

    @Test
    void anOptionAndItsValueMayBeOneArgument() {
        SandboxBuilder builder = parse("--port=1234", "--secret=a=b", "--allow-webhook-host=shop.example", "--retry=1");

        assertThat(builder.port).isEqualTo(1234);
        assertThat(builder.keys().get(0).secret()).isEqualTo("a=b");
        assertThat(builder.hosts().objection(URI.create("http://shop.example/hook")))
                .isEmpty();
        assertThat(builder.retries.delays()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void shortOptionsStandForLongOnes() {
        SandboxBuilder builder = parse("-p", "0", "-k", "k", "-s", "s", "-d", "newer");

        assertThat(builder.port).isZero();
        assertThat(builder.dialect).isEqualTo(Dialect.NEWER);
        assertThat(Options.parse(List.of("-q")).isQuiet()).isTrue();
        assertThat(Options.parse(List.of("-h")).asksForHelp()).isTrue();
    }

    private static SandboxBuilder parse(String... arguments) {
        return Options.parse(List.of(arguments)).toBuilder();
    }
}
