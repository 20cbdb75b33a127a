package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.json.Envelope;
import com.paycrypt.sdk.internal.json.EnvelopeReader;
import com.paycrypt.sdk.internal.json.MalformedJsonException;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The checks that make a delivery believable, in their order. */
final class Verification {
    private final Credentials[] accepted;
    private final TimeWindow window;

    Verification(List<Credentials> accepted, Clock clock) {
        this.accepted = accepted.toArray(new Credentials[0]);
        this.window = new TimeWindow(clock);
    }

    WebhookEvent verify(Function<String, @Nullable List<String>> headers, byte[] body) {
        SignatureHeaders signed = admitKeyAndTime(headers);
        return verify(signed, body);
    }

    /** All that needs no body: what fails here is refused before a byte of it is read. */
    SignatureHeaders admit(Function<String, @Nullable List<String>> headers) {
        SignatureHeaders signed = admitKeyAndTime(headers);
        requireWellFormed(signed.signature());
        return signed;
    }

    SignatureHeaders admitKeyAndTime(Function<String, @Nullable List<String>> headers) {
        SignatureHeaders signed = SignatureHeaders.of(headers);
        requireKnownKey(signed.key());
        window.requireCurrent(signed.timestamp());
        return signed;
    }

    /** What needs the body: first whether it is genuine, then whether it is an event. */
    WebhookEvent verify(SignatureHeaders signed, byte[] body) {
        int credentials = requireGenuine(signed, body);
        return new WebhookEvent(signed, credentials, envelope(body), body);
    }

    private void requireKnownKey(String key) {
        for (Credentials known : accepted) {
            if (known.key().equals(key)) {
                return;
            }
        }
        throw new WebhookRejectedException(
                Reason.UNKNOWN_KEY,
                key.isEmpty()
                        ? "X-Paycrypt-Key is absent: look for a proxy that drops it, or a sender that is not PayCrypt"
                        : "X-Paycrypt-Key is none of the accepted keys: another active key of the account needs alsoAccept");
    }

    /** Exactly one spelling, so that no delivery can be respelled into another that the replay guard has not seen. */
    private static void requireWellFormed(String signature) {
        if (!isLowerCaseSha256(signature)) {
            throw new WebhookRejectedException(
                    Reason.MALFORMED_SIGNATURE, "X-Paycrypt-Signature is not 64 lower-case hexadecimal digits");
        }
    }

    private static boolean isLowerCaseSha256(String text) {
        int valid = text.length() == 64 ? 1 : 0;
        for (int i = 0; i < text.length() && valid == 1; i++) {
            char c = text.charAt(i);
            valid = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ? 1 : 0;
        }
        return valid == 1;
    }

    /**
     * Returns which of the credentials signed the delivery: during a rotation one key has several secrets. What a
     * secret gives is well-formed, so the form need only be looked at where none of them does.
     */
    int requireGenuine(SignatureHeaders signed, byte[] body) {
        for (int i = 0; i < accepted.length; i++) {
            Credentials candidate = accepted[i];
            if (candidate.key().equals(signed.key())
                    && candidate.verifies(signed.timestamp(), body, signed.signature())) {
                return i;
            }
        }
        requireWellFormed(signed.signature());
        throw new WebhookRejectedException(
                Reason.WRONG_SIGNATURE,
                "X-Paycrypt-Signature is not that of this timestamp and body under the secret of the key:"
                        + " WebhookVerifier.explain tries the usual causes");
    }

    private static Envelope envelope(byte[] body) {
        try {
            return EnvelopeReader.read(body);
        } catch (MalformedJsonException e) {
            throw new WebhookRejectedException(
                    Reason.MALFORMED_EVENT, "the delivery is genuine but no event: " + e.getMessage());
        }
    }
}
