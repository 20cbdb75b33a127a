package com.paycrypt.sandbox.diagnosis;

import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tries the usual mistakes of a sender one by one until one of them gives the signature that was sent. */
final class Mistakes {
    private final List<ApiKey> keys;
    private final ApiKey named;

    Mistakes(List<ApiKey> keys, ApiKey named) {
        this.keys = keys;
        this.named = named;
    }

    Optional<String> find(SignedMessage message) {
        return candidates(message).stream()
                .filter(candidate -> candidate.explains().getAsBoolean())
                .map(Candidate::remedy)
                .findFirst();
    }

    private List<Candidate> candidates(SignedMessage message) {
        List<Candidate> candidates = new ArrayList<>();
        OtherSecrets.of(keys, named)
                .forEach((secret, remedy) -> candidates.add(new Candidate(remedy, () -> gives(message, secret))));
        OtherBodies.of(message)
                .forEach((remedy, body) ->
                        candidates.add(new Candidate(remedy, () -> gives(message.withBody(body), named.secret()))));
        OtherTexts.of(message, named.secret())
                .forEach((remedy, digest) ->
                        candidates.add(new Candidate(remedy, () -> digest.equals(message.signature()))));
        return candidates;
    }

    private static boolean gives(SignedMessage message, String secret) {
        return !secret.isEmpty() && Signature.matches(message.signature(), secret, message.timestamp(), message.body());
    }

    private record Candidate(String remedy, BooleanSupplier explains) {}
}
