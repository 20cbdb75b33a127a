package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a delivery fails, in plain words: the usual causes tried one by one. */
final class Explanation {
    private static final byte[] NO_BODY = {};
    private static final String UNEXPLAINED =
            "none of the usual causes explains it. Compare the secret with the one PayCrypt shows for this key; if the"
                    + " account has another active key with the same name, accept its secret with alsoAccept; if a proxy"
                    + " changes bodies, compare their length here and there";

    private final List<Credentials> accepted;
    private final Clock clock;
    private final Verification verification;

    Explanation(List<Credentials> accepted, Clock clock, Verification verification) {
        this.accepted = List.copyOf(accepted);
        this.clock = clock;
        this.verification = verification;
    }

    String of(Function<String, @Nullable List<String>> headers, byte[] body) {
        try {
            return "The delivery is genuine, current and well-formed: " + verification.verify(headers, body) + '\n';
        } catch (WebhookRejectedException refused) {
            return explained(refused, headers, body) + ", body of " + body.length + " bytes that starts with "
                    + LogText.of(new String(body, 0, Math.min(body.length, 60), StandardCharsets.UTF_8)) + '\n';
        }
    }

    /** Of a delivery that was refused before its body was read. */
    String of(WebhookRejectedException refused, Function<String, @Nullable List<String>> headers) {
        return explained(refused, headers, NO_BODY) + ", the body was not read\n";
    }

    private String explained(
            WebhookRejectedException refused, Function<String, @Nullable List<String>> headers, byte[] body) {
        return "Refused with " + refused.httpStatus() + ' ' + refused.reason() + ": " + refused.getMessage() + ".\n"
                + cause(refused.reason(), headers, body)
                + "Seen: timestamp " + LogText.of(SignatureHeaders.seen(headers, SignatureHeaders.TIMESTAMP));
    }

    private String cause(Reason reason, Function<String, @Nullable List<String>> headers, byte[] body) {
        if (reason == Reason.DUPLICATE_HEADER || reason == Reason.MALFORMED_EVENT) {
            return "";
        }
        SignatureHeaders sent = SignatureHeaders.of(headers);
        String cause = switch (reason) {
            case UNKNOWN_KEY -> ofKey(sent, body);
            case MALFORMED_TIMESTAMP ->
                HeaderMistake.ofTimestamp(sent.timestamp())
                        .orElse("the timestamp has a sign, a blank, a point or other digits: write it with"
                                + " Long.toString, not with String.format, which follows the locale");
            case TIMESTAMP_OUT_OF_WINDOW ->
                HeaderMistake.ofAge(clock.millis() / 1000 - TimeWindow.parse(sent.timestamp()));
            case MALFORMED_SIGNATURE ->
                HeaderMistake.ofSignature(sent.signature()).orElse(UNEXPLAINED);
            default -> ofSignature(sent, body);
        };
        return "Cause: " + cause + ".\n";
    }

    private String ofKey(SignatureHeaders sent, byte[] body) {
        if (sent.key().isEmpty()) {
            return HeaderMistake.isDate(sent.timestamp())
                    ? HeaderMistake.OLDER_SCHEME
                    : "X-Paycrypt-Key is absent: look for a proxy that drops it, a sender that is not PayCrypt, or a"
                            + " redirect that loses headers";
        }
        for (Credentials known : accepted) {
            if (known.key().equalsIgnoreCase(sent.key().strip())) {
                return "the key came in another case or with blanks around it: copy it exactly as PayCrypt shows it";
            }
        }
        if (accepted.stream().anyMatch(known -> known.verifies(sent.timestamp(), body, sent.signature()))) {
            return "the key is not known, but its secret is: the key in the settings is another one's";
        }
        return ofSigning(accepted.stream(), sent, body)
                .orElse("another active key of the account signed it, or the settings hold a key of another account:"
                        + " PayCrypt signs with the first active key; accept it with alsoAccept");
    }

    private String ofSignature(SignatureHeaders sent, byte[] body) {
        return ofSigning(candidates(sent), sent, body)
                .or(() -> ofOtherKey(sent, body))
                .or(() -> ofBody(sent, body))
                .or(() -> ofTimestamp(sent, body))
                .orElse(
                        body.length == 0
                                ? "the body is empty: something read it before, such as getParameter, a logging filter or"
                                        + " getReader; put verification first"
                                : UNEXPLAINED);
    }

    private static Optional<String> ofSigning(Stream<Credentials> signers, SignatureHeaders sent, byte[] body) {
        return signers.flatMap(known -> known.explain(sent.timestamp(), body, sent.signature()).stream())
                .findFirst();
    }

    private Optional<String> ofOtherKey(SignatureHeaders sent, byte[] body) {
        return accepted.stream().anyMatch(known -> known.verifies(sent.timestamp(), body, sent.signature()))
                ? Optional.of("it is signed with the secret of another accepted key: the pairs of key and secret are"
                        + " mixed up in the settings")
                : Optional.empty();
    }

    private Optional<String> ofBody(SignatureHeaders sent, byte[] body) {
        for (BodyMistake mistake : BodyMistake.values()) {
            if (mistake.before(body).anyMatch(before -> isSigned(sent, sent.timestamp(), before))) {
                return Optional.of(mistake.cause() + ". Remedy: " + mistake.remedy());
            }
        }
        return Optional.empty();
    }

    /** Signed with a slightly other time than the one that was sent. */
    private Optional<String> ofTimestamp(SignatureHeaders sent, byte[] body) {
        long seconds = TimeWindow.parse(sent.timestamp());
        for (long shift = -2; shift <= 2; shift++) {
            if (isSigned(sent, Long.toString(seconds + shift), body)) {
                return Optional.of("the time was taken twice, once for the header and once for the signature: take it"
                        + " once and use it for both");
            }
        }
        return Optional.empty();
    }

    private boolean isSigned(SignatureHeaders sent, String timestamp, byte[] body) {
        return candidates(sent).anyMatch(known -> known.verifies(timestamp, body, sent.signature()));
    }

    private Stream<Credentials> candidates(SignatureHeaders sent) {
        return accepted.stream().filter(known -> known.key().equals(sent.key()));
    }
}
