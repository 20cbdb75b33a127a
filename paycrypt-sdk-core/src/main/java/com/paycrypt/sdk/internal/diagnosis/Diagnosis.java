package com.paycrypt.sdk.internal.diagnosis;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.sign.Signatures;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import com.paycrypt.sdk.internal.webhook.TimeWindow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a delivery fails verification, in plain words: the usual causes tried one by one. */
public final class Diagnosis {
    private static final String UNEXPLAINED =
            "none of the usual causes explains it. Compare the secret with the one PayCrypt shows for this key; if the"
                    + " account has another active key with the same name, accept its secret with alsoAccept; if a proxy"
                    + " changes bodies, compare their length on both sides";

    private final List<Credentials> accepted;
    private final SignatureHeaders sent;
    private final byte[] body;

    private Diagnosis(List<Credentials> accepted, SignatureHeaders sent, byte[] body) {
        this.accepted = accepted;
        this.sent = sent;
        this.body = body;
    }

    /**
     * Returns the cause of a rejection and what to do about it. It contains neither a secret nor the signature that
     * would have been right.
     */
    public static String cause(List<Credentials> accepted, SignatureHeaders sent, byte[] body, TimeWindow window) {
        return new Diagnosis(accepted, sent, body).cause(window);
    }

    /** The checks of a verification, in their order: the first that fails is what the cause is looked for. */
    private String cause(TimeWindow window) {
        if (candidates().findAny().isEmpty()) {
            return ofKey();
        }
        if (UnixSeconds.parseHeader(sent.timestamp()) < 0) {
            return HeaderHypothesis.ofTimestamp(sent.timestamp());
        }
        long age = window.age(UnixSeconds.parseHeader(sent.timestamp()));
        if (!TimeWindow.contains(age)) {
            return HeaderHypothesis.ofAge(age);
        }
        return Signatures.isWellFormed(sent.signature())
                ? ofSignature()
                : HeaderHypothesis.ofSignature(sent.signature());
    }

    private String ofKey() {
        if (sent.key().isEmpty()) {
            return HeaderHypothesis.isDate(sent.timestamp())
                    ? HeaderHypothesis.OLDER_SCHEME
                    : "X-Paycrypt-Key is absent: look for a proxy that drops it, a sender that is not PayCrypt, or a"
                            + " redirect that loses headers";
        }
        for (Credentials known : accepted) {
            if (known.key().equalsIgnoreCase(sent.key().strip())) {
                return "the key came in another case or with whitespace around it: copy it exactly as PayCrypt shows it";
            }
        }
        if (isSignedBy(accepted.stream(), sent.timestamp(), body)) {
            return "the key is not known, but its secret is: the key in the settings belongs to another pair";
        }
        return ofSigning(accepted.stream())
                .orElse("another active key of the account signed it, or the settings hold a key of another account:"
                        + " PayCrypt signs with the first active key; accept it with alsoAccept");
    }

    private String ofSignature() {
        return ofSigning(candidates())
                .or(this::ofOtherKey)
                .or(this::ofBody)
                .or(this::ofTimestamp)
                .orElse(
                        body.length == 0
                                ? "the body is empty: something read it before, such as getParameter, a logging filter or"
                                        + " getReader; put verification first"
                                : UNEXPLAINED);
    }

    private Optional<String> ofSigning(Stream<Credentials> signers) {
        return signers.flatMap(signer -> ofSigning(signer).stream()).findFirst();
    }

    private Optional<String> ofSigning(Credentials signer) {
        String secret = Signatures.secret(signer);
        return SecretHypothesis.find(signer.key(), secret, sent.timestamp(), body, sent.signature())
                .or(() -> PrefixHypothesis.find(Signatures.hmac(signer), sent.timestamp(), body, sent.signature()));
    }

    private Optional<String> ofOtherKey() {
        return isSignedBy(accepted.stream(), sent.timestamp(), body)
                ? Optional.of("it is signed with the secret of another accepted key: the pairs of key and secret are"
                        + " mixed up in the settings")
                : Optional.empty();
    }

    private Optional<String> ofBody() {
        for (BodyHypothesis hypothesis : BodyHypothesis.values()) {
            if (hypothesis.before(body).anyMatch(before -> isSignedBy(candidates(), sent.timestamp(), before))) {
                return Optional.of(hypothesis.cause() + ". Remedy: " + hypothesis.remedy());
            }
        }
        return Optional.empty();
    }

    /** Signed with a time that differs slightly from the one that was sent. */
    private Optional<String> ofTimestamp() {
        long seconds = UnixSeconds.parseHeader(sent.timestamp());
        for (long shift = -2; shift <= 2; shift++) {
            if (isSignedBy(candidates(), Long.toString(seconds + shift), body)) {
                return Optional.of("the clock was read twice, once for the header and once for the signature: read it"
                        + " once and use it for both");
            }
        }
        return Optional.empty();
    }

    private boolean isSignedBy(Stream<Credentials> signers, String timestamp, byte[] signed) {
        return signers.anyMatch(signer -> Signatures.isSigned(signer, timestamp, signed, sent.signature()));
    }

    private Stream<Credentials> candidates() {
        return accepted.stream().filter(known -> known.key().equals(sent.key()));
    }
}
