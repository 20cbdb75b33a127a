package com.paycrypt.sdk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.faults.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials come from two environment variables, and what is wrong with them names the variable and not its value. */
@Timeout(300)
class EnvironmentCredentialsTest {
    private static final byte[] BODY =
            "{\"order_id\":\"ORD-123\",\"amount\":\"49.00\",\"currency\":\"USD\"}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "cb859a554e0b9c2d46ff786ca5b9e82365c2840af40125e4dbaadf6d3eb8822b";

    @Test
    void theVariablesOfTheProcessAreRead() throws Exception {
        Process child = ChildJvm.start(
                Map.of("PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "YOUR_SECRET"), List.of(), SignOnce.class);

        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.strip()).isEqualTo("Credentials[key=pk_1] " + SIGNATURE);
        assertThat(child.waitFor()).isZero();
    }

    @Test
    void withoutThemBothAreNamed() {
        assertThat(System.getenv()).doesNotContainKeys("PAYCRYPT_KEY", "PAYCRYPT_SECRET");

        assertThatThrownBy(Credentials::fromEnvironment)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "the API key is missing", "PAYCRYPT_KEY", "the secret is missing", "PAYCRYPT_SECRET");
    }

    @ParameterizedTest
    @CsvSource({"PAYCRYPT_KEY, PAYCRYPT_SECRET", "PAYCRYPT_SECRET, PAYCRYPT_KEY"})
    void theOneThatIsMissingIsNamedAlone(String missing, String present) {
        assertThatThrownBy(() -> Credentials.from(Map.of(present, "value_1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(missing)
                .hasMessageNotContaining(present)
                .hasMessageNotContaining("value_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "${PAYCRYPT_SECRET}", "\"s3cr3t\"", "'s3cr3t'", "s3cr3t ", "s3cr3t\n", "\u00a0s3cr3t"})
    void aSecretThatIsNoneIsRejectedAndNeverQuoted(String secret) {
        Map<String, String> variables = new HashMap<>(Map.of("PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", secret));

        assertThatThrownBy(() -> Credentials.from(variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PAYCRYPT_SECRET")
                .hasMessageNotContaining("s3cr3t")
                .hasMessageNotContaining("PAYCRYPT_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "${PAYCRYPT_KEY}", "\"pk_1\"", "pk_1 ", "pk_1\n", "pk\u00a01"})
    void aKeyThatIsNoneIsRejected(String key) {
        Map<String, String> variables = new HashMap<>(Map.of("PAYCRYPT_KEY", key, "PAYCRYPT_SECRET", "s3cr3t"));

        assertThatThrownBy(() -> Credentials.from(variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PAYCRYPT_KEY")
                .hasMessageNotContaining("s3cr3t")
                .hasMessageNotContaining("PAYCRYPT_SECRET");
    }

    /** Prints who signs, and the signature of the API guide's example. */
    static final class SignOnce {
        public static void main(String[] arguments) {
            Credentials credentials = Credentials.fromEnvironment();
            System.out.println(credentials + " " + credentials.sign(1_723_650_000L, BODY));
        }
    }
}
