package com.paycrypt.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox serves clients that know nothing of the SDK, and rejects those that the guide rejects. */
@Execution(ExecutionMode.CONCURRENT)
class ForeignClientTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "PAYCRYPT_BASE_URL", sandbox.baseUrl(),
            "PAYCRYPT_KEY", sandbox.key(),
            "PAYCRYPT_SECRET", sandbox.secret()));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSessionIsCreated(Language language) {
        try (Peer peer = client(language)) {
            assertThat(peer.line()).isEqualTo("201");
            assertThat(peer.line())
                    .contains("\"ps_", "\"created\"", "\"checkout_url\"", "\"" + sandbox.baseUrl() + "/checkout/ps_");
        }
        assertThat(sandbox.sessions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anotherKeyIsRejected(Language language) {
        environment.put("PAYCRYPT_KEY", "pk_other");

        assertRejected(language, "401");
    }

    @ParameterizedTest
    @EnumSource
    void anotherSecretIsRejected(Language language) {
        environment.put("PAYCRYPT_SECRET", "sk_other");

        assertRejected(language, "401");
    }

    @ParameterizedTest
    @EnumSource
    void aStaleTimestampIsRejected(Language language) {
        environment.put("CLOCK_SKEW", "-320");

        assertRejected(language, "400");
    }

    @ParameterizedTest
    @EnumSource
    void aTimestampInTheFutureIsRejected(Language language) {
        environment.put("CLOCK_SKEW", "320");

        assertRejected(language, "400");
    }

    @ParameterizedTest
    @EnumSource
    void aBodyChangedAfterSigningIsRejected(Language language) {
        environment.put("TAMPER", "yes");

        assertRejected(language, "401");
    }

    private void assertRejected(Language language, String status) {
        try (Peer peer = client(language)) {
            assertThat(peer.line()).isEqualTo(status);
        }
        assertThat(sandbox.sessions()).isEmpty();
    }

    private Peer client(Language language) {
        return Peer.start(language, "create_session", environment);
    }
}
