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

/** The sandbox serves clients that know nothing of the SDK, and refuses those that the guide refuses. */
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
    void anotherKeyIsRefused(Language language) {
        environment.put("PAYCRYPT_KEY", "pk_other");

        assertRefused(language, "401");
    }

    @ParameterizedTest
    @EnumSource
    void anotherSecretIsRefused(Language language) {
        environment.put("PAYCRYPT_SECRET", "sk_other");

        assertRefused(language, "401");
    }

    @ParameterizedTest
    @EnumSource
    void aStaleTimestampIsRefused(Language language) {
        environment.put("CLOCK_SKEW", "-320");

        assertRefused(language, "400");
    }

    @ParameterizedTest
    @EnumSource
    void aTimestampInTheFutureIsRefused(Language language) {
        environment.put("CLOCK_SKEW", "320");

        assertRefused(language, "400");
    }

    @ParameterizedTest
    @EnumSource
    void aBodyChangedAfterSigningIsRefused(Language language) {
        environment.put("TAMPER", "yes");

        assertRefused(language, "401");
    }

    private void assertRefused(Language language, String status) {
        try (Peer peer = client(language)) {
            assertThat(peer.line()).isEqualTo(status);
        }
        assertThat(sandbox.sessions()).isEmpty();
    }

    private Peer client(Language language) {
        return Peer.start(language, "create_session", environment);
    }
}
