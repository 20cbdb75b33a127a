package com.paycrypt.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vectors of the core's tests suffice for a verifier in another language, which gives each status and reason. */
@Execution(ExecutionMode.CONCURRENT)
class VectorsTest {
    private static final String VECTORS = "../../../paycrypt-sdk-core/src/test/resources/com/paycrypt/sdk/vectors.json";

    @ParameterizedTest
    @EnumSource
    void everyVectorHoldsInAnotherLanguage(Language language) {
        try (Peer peer = Peer.start(language, "vectors", Map.of(), VECTORS)) {
            assertThat(Integer.parseInt(peer.line())).isGreaterThan(180);
        }
    }
}
