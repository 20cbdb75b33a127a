package com.paycrypt.sdk.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.sign.Signatures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
    private static final byte[] BODY = "{\"type\":\"a\"}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"sk_1", "SK_1", "Sk_1", "123", "'sk"})
    void aRightSignatureIsExplainedByNoHypothesis(String secret) {
        Credentials any = Credentials.of("pk_1", secret);
        String signature = any.sign(1723650000, BODY);

        assertThat(SecretHypothesis.find("pk_1", secret, "1723650000", BODY, signature))
                .isEmpty();
        assertThat(PrefixHypothesis.find(Signatures.hmac(any), "1723650000", BODY, signature))
                .isEmpty();
    }
}
