package com.paycrypt.sandbox.diagnosis;

import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Signature;
import com.paycrypt.sandbox.wire.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Says in plain words why a message fails the guide's checks: first what its headers show, then, by trying the usual
 * mistakes one by one, which of them gives the signature that was sent. It never tells the right signature.
 */
public final class Diagnosis {
    private final List<ApiKey> keys;
    private final Instant now;

    /**
     * Creates a diagnosis at one moment.
     *
     * @param keys the keys that may sign
     * @param now the receiver's time
     */
    public Diagnosis(List<ApiKey> keys, Instant now) {
        this.keys = List.copyOf(keys);
        this.now = now;
    }

    /**
     * Examines a message.
     *
     * @param message what came in
     * @return what is wrong with it, each in a sentence or two; empty if it passes
     */
    public List<String> of(SignedMessage message) {
        List<String> findings = new ArrayList<>();
        ofKey(message.key()).ifPresent(findings::add);
        ofTimestamp(message.timestamp()).ifPresent(findings::add);
        ofSignature(message).ifPresent(findings::add);
        return findings;
    }

    private Optional<String> ofKey(String key) {
        if (key.isEmpty()) {
            return Optional.of("X-Paycrypt-Key is missing.");
        }
        if (keys.stream().anyMatch(known -> known.key().equals(key))) {
            return Optional.empty();
        }
        boolean isSecret = keys.stream().anyMatch(known -> known.secret().equals(key));
        return Optional.of(
                isSecret
                        ? "X-Paycrypt-Key holds the secret. Send the key, and treat the secret as compromised."
                        : "X-Paycrypt-Key is not a key of this server. Is it that of another environment?");
    }

    private Optional<String> ofTimestamp(String timestamp) {
        OptionalLong seconds = Timestamps.parse(timestamp);
        if (seconds.isEmpty()) {
            return Optional.of(Timestamped.malformed(timestamp));
        }
        long off = seconds.getAsLong() - now.getEpochSecond();
        return Timestamps.inWindow(seconds.getAsLong(), now) ? Optional.empty() : Optional.of(Timestamped.off(off));
    }

    private Optional<String> ofSignature(SignedMessage message) {
        List<ApiKey> named =
                keys.stream().filter(known -> known.key().equals(message.key())).toList();
        if (named.isEmpty() || named.stream().anyMatch(key -> isRight(message, key))) {
            return Optional.empty();
        }
        return Optional.of(
                Spelling.of(message.signature())
                        .or(() -> new Mistakes(keys, named.get(0)).find(message))
                        .orElse(
                                "X-Paycrypt-Signature is of the right form, but none of the usual mistakes gives it. Most likely"
                                        + " the secret is another one; else the body that was signed is not the body that was sent."));
    }

    private static boolean isRight(SignedMessage message, ApiKey key) {
        return Signature.matches(message.signature(), key.secret(), message.timestamp(), message.body());
    }
}
