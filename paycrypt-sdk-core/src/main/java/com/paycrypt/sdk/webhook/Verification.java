package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.diagnosis.Diagnosis;
import com.paycrypt.sdk.internal.json.Envelope;
import com.paycrypt.sdk.internal.json.EnvelopeReader;
import com.paycrypt.sdk.internal.json.MalformedJsonException;
import com.paycrypt.sdk.internal.sign.Signatures;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.internal.webhook.AcceptedCredentials;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import com.paycrypt.sdk.internal.webhook.TimeWindow;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The checks of a verification in their order: {@link #admit admit} needs no body, {@link #verify verify} does. */
final class Verification {
    private static final String CAUSE =
            "; the logger com.paycrypt.sdk.webhook names the cause at DEBUG, as does WebhookVerifier.explain";

    private final AcceptedCredentials accepted;
    private final TimeWindow window;

    Verification(AcceptedCredentials accepted, Clock clock) {
        this.accepted = accepted;
        this.window = new TimeWindow(clock);
    }

    /** What fails here is rejected before a byte of the body is read. */
    SignatureHeaders admit(Function<String, @Nullable List<String>> headers) {
        SignatureHeaders signed = headers(headers);
        requireKnownKey(signed.key());
        requireCurrent(signed.timestamp());
        requireWellFormed(signed.signature());
        return signed;
    }

    WebhookEvent verify(SignatureHeaders signed, byte[] body) {
        int credentials = requireGenuine(signed, body);
        return WebhookEvent.verified(signed, credentials, envelope(body), body);
    }

    private static SignatureHeaders headers(Function<String, @Nullable List<String>> headers) {
        SignatureHeaders signed = SignatureHeaders.of(headers);
        if (signed.repeated() != null) {
            throw new WebhookRejectedException(
                    Reason.DUPLICATE_HEADER,
                    signed.repeated()
                            + " came more than once: look for a proxy that adds it, or an attempt to smuggle a"
                            + " second value");
        }
        return signed;
    }

    private void requireKnownKey(String key) {
        if (!accepted.contains(key)) {
            throw new WebhookRejectedException(
                    Reason.UNKNOWN_KEY,
                    key.isEmpty()
                            ? "X-Paycrypt-Key is absent: look for a proxy that drops it, or a sender that is not PayCrypt"
                            : "X-Paycrypt-Key is none of the accepted keys: accept another active key of the account with"
                                    + " alsoAccept");
        }
    }

    private void requireCurrent(String timestamp) {
        long seconds = UnixSeconds.parseHeader(timestamp);
        if (seconds < 0) {
            throw new WebhookRejectedException(
                    Reason.MALFORMED_TIMESTAMP,
                    "X-Paycrypt-Timestamp is not unix seconds in plain digits, without sign, whitespace or leading zero");
        }
        long age = window.age(seconds);
        if (!TimeWindow.contains(age)) {
            throw new WebhookRejectedException(
                    Reason.TIMESTAMP_OUT_OF_WINDOW,
                    "X-Paycrypt-Timestamp is " + Math.abs(age) + (age > 0 ? " s in the past" : " s in the future")
                            + ", and " + TimeWindow.SECONDS
                            + " s are allowed: compare this machine's clock with a time server");
        }
    }

    /** Exactly one spelling, so that no delivery can be respelled into another that the replay guard has not seen. */
    private static void requireWellFormed(String signature) {
        if (!Signatures.isWellFormed(signature)) {
            throw new WebhookRejectedException(
                    Reason.MALFORMED_SIGNATURE, "X-Paycrypt-Signature is not 64 lower-case hexadecimal digits");
        }
    }

    /** Returns the index of the credentials that signed the delivery. */
    int requireGenuine(SignatureHeaders signed, byte[] body) {
        int signer = accepted.signer(signed, body);
        if (signer < 0) {
            throw new WebhookRejectedException(Reason.WRONG_SIGNATURE, wrongSignature(body.length) + CAUSE);
        }
        return signer;
    }

    private static String wrongSignature(int bodySize) {
        return bodySize == 0
                ? "the body is empty and was probably read before, by getParameter, a logging filter or getReader: verify"
                        + " the delivery first"
                : "X-Paycrypt-Signature is not that of this timestamp and body under the secret of the key";
    }

    /** Returns the usual cause of a rejection, in plain words. */
    String diagnosis(SignatureHeaders sent, byte[] body) {
        return Diagnosis.cause(accepted.candidates(sent.key()), sent, body, window);
    }

    /** Whether finding the credentials of a key may fail. */
    boolean resolvesKeys() {
        return accepted.areResolved();
    }

    private static Envelope envelope(byte[] body) {
        try {
            return EnvelopeReader.read(body);
        } catch (MalformedJsonException e) {
            throw new WebhookRejectedException(
                    Reason.MALFORMED_EVENT, "the delivery is genuine but not an event: " + e.getMessage());
        }
    }
}
