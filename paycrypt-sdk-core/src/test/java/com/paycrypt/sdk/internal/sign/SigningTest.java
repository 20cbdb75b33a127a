package com.paycrypt.sdk.internal.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.paycrypt.sdk.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {
    private static final byte[] BODY = "{\"type\":\"a\"}".getBytes(StandardCharsets.UTF_8);

    private final Credentials credentials = Credentials.of("pk_1", "sk_1");

    @Test
    void secretsAndBodiesOfEveryLengthGiveWhatMacGives() throws GeneralSecurityException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int length = 1; length <= 200; length++) {
            byte[] key = bytes(random, length);
            byte[] body = bytes(random, 3 * length);
            byte[] wanted = mac(key, "1723650000.".getBytes(StandardCharsets.US_ASCII), body);

            assertThat(sign(HmacSha256.withKey(key), body)).isEqualTo(wanted);
            assertThat(sign(HmacSha256.withKey(key, new Wrapped(0)), body)).isEqualTo(wanted);
        }
    }

    @Test
    void aDigestThatDoesNotCloneMakesWayForMac() {
        assertThat(HmacSha256.withKey(new byte[] {1}).clonesDigests()).isTrue();
        assertThat(HmacSha256.withKey(new byte[] {1}, new Wrapped(0)).clonesDigests())
                .isFalse();
    }

    @Test
    void aDigestThatStopsCloningIsToldOf() {
        HmacSha256 hmac = HmacSha256.withKey(new byte[] {1}, new Wrapped(1));

        assertThatIllegalStateException()
                .isThrownBy(() -> sign(hmac, BODY))
                .withMessageContaining("cloned no longer can");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 1723650000, 999999999999L, Long.MAX_VALUE})
    void everyTimestampIsSignedAsItsText(long timestamp) {
        String signature = credentials.sign(timestamp, BODY);

        assertThat(Signatures.isSigned(credentials, Long.toString(timestamp), BODY, signature))
                .isTrue();
        assertThat(Signatures.isSigned(credentials, timestamp + "0", BODY, signature))
                .isFalse();
    }

    @Test
    void aNegativeTimestampIsNotSigned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> credentials.sign(-1, BODY))
                .withMessageContaining("-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1723650000\u0080",
                "\u0080",
                "\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac",
                "\u007f",
                "\u0661\u0667",
                "\ud83d\ude00",
                "9999999999999999999999999999999999999999"
            })
    void anyTextAsTimestampIsVerifiedAsItsUtf8(String timestamp) throws GeneralSecurityException {
        byte[] wanted =
                mac("sk_1".getBytes(StandardCharsets.UTF_8), (timestamp + ".").getBytes(StandardCharsets.UTF_8), BODY);

        assertThat(Signatures.isSigned(
                        credentials, timestamp, BODY, HexFormat.of().formatHex(wanted)))
                .isTrue();
    }

    @Test
    void aSignatureHasOneSpelling() {
        String signature = credentials.sign(1723650000, BODY);

        for (int i = 0; i < 64; i++) {
            for (int bit = 0; bit < 16; bit++) {
                char[] changed = signature.toCharArray();
                changed[i] ^= (char) (1 << bit);
                assertThat(verifies(new String(changed))).isFalse();
            }
        }
        assertThat(verifies(signature)).isTrue();
        assertThat(verifies(signature.substring(1))).isFalse();
        assertThat(verifies(signature + "0")).isFalse();
    }

    /** What one character has too much in its upper byte, another could have too little. */
    @Test
    void noTwoWrongCharactersMakeUpForEachOther() {
        String signature = credentials.sign(1723650000, BODY);

        for (int i = 0; i < 64; i += 2) {
            for (int bit = 0; bit < 8; bit++) {
                char[] changed = signature.toCharArray();
                changed[i] ^= (char) (1 << bit);
                changed[i + 1] ^= (char) (1 << (bit + 8));
                assertThat(verifies(new String(changed))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "pk 1", "pk_1\n", " pk", "pk\u007f", "pk\u00fc", "\u001f"})
    void aKeyThatNoHeaderCanCarryIsRejected(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of(key, "sk_1"))
                .withMessageContaining("the API key");
    }

    @Test
    @NullUnmarked
    void whatTheEnvironmentDoesNotHoldIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of(null, "sk_1"))
                .withMessageContaining("PAYCRYPT_KEY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of("pk_1", null))
                .withMessageContaining("PAYCRYPT_SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "~", "pk_1"})
    void aKeyOfVisibleAsciiIsTaken(String key) {
        assertThat(Credentials.of(key, "sk_1").key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sk_1\n", " sk_1", "sk_1\t", "\ufeffsk_1", "sk_1\u00a0", "\u2007sk_1"})
    void aSecretThatWasCopiedCarelesslyIsRejectedAndNotQuoted(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of("pk_1", secret))
                .withMessageContaining("the secret")
                .withMessageNotContaining("sk_1");
    }

    @Test
    void noSecretIsTold() {
        assertThat(credentials).hasToString("Credentials[key=pk_1]");
        assertThat(credentials.key()).isEqualTo("pk_1");
    }

    private boolean verifies(String signature) {
        return Signatures.isSigned(credentials, "1723650000", BODY, signature);
    }

    private static byte[] sign(HmacSha256 hmac, byte[] body) {
        return hmac.sign(Signatures.prefix("1723650000"), body);
    }

    private static byte[] mac(byte[] key, byte[] prefix, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(prefix);
        return mac.doFinal(body);
    }

    private static byte[] bytes(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A digest of a provider whose digests do not clone, or whose clones' clones do not. */
    private static final class Wrapped extends MessageDigest {
        private final MessageDigest real;
        private final int generations;

        Wrapped(int generations) {
            this(generations, sha256());
        }

        private Wrapped(int generations, MessageDigest real) {
            super("SHA-256");
            this.real = real;
            this.generations = generations;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            if (generations == 0) {
                throw new CloneNotSupportedException();
            }
            return new Wrapped(generations - 1, (MessageDigest) real.clone());
        }

        @Override
        protected void engineUpdate(byte input) {
            real.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            real.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            return real.digest();
        }

        @Override
        protected void engineReset() {
            real.reset();
        }
    }
}
