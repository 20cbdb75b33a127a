package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The text that tells a developer why a delivery was rejected: the check that failed, its cause, and what was seen. */
final class Explanation {
    private static final byte[] NO_BODY = {};
    private static final int MAX_SHOWN = 60;

    /** Rejections that say all there is to say. */
    private static final Set<Reason> PLAIN =
            Set.of(Reason.METHOD_NOT_ALLOWED, Reason.BODY_TOO_LARGE, Reason.DUPLICATE_HEADER, Reason.MALFORMED_EVENT);

    private final Verification verification;

    Explanation(Verification verification) {
        this.verification = verification;
    }

    String of(Function<String, @Nullable List<String>> headers, byte[] body) {
        try {
            WebhookEvent event = verification.verify(verification.admit(headers), body);
            return "The delivery is genuine, current and well-formed: " + event + '\n';
        } catch (WebhookRejectedException rejected) {
            return text(rejected, headers, body) + ", body of " + body.length + " bytes that starts with "
                    + LogSafe.of(new String(body, 0, Math.min(body.length, MAX_SHOWN), StandardCharsets.UTF_8)) + '\n';
        }
    }

    /** Of a delivery that was rejected before its body was read. */
    String of(WebhookRejectedException rejected, Function<String, @Nullable List<String>> headers) {
        return text(rejected, headers, NO_BODY) + ", the body was not read\n";
    }

    private String text(
            WebhookRejectedException rejected, Function<String, @Nullable List<String>> headers, byte[] body) {
        return "Rejected with " + rejected.httpStatus() + ' ' + rejected.reason() + ": " + rejected.getMessage()
                + ".\n" + cause(rejected.reason(), headers, body) + "Seen: timestamp "
                + LogSafe.of(SignatureHeaders.timestamps(headers));
    }

    private String cause(Reason reason, Function<String, @Nullable List<String>> headers, byte[] body) {
        return PLAIN.contains(reason)
                ? ""
                : "Cause: " + verification.diagnosis(SignatureHeaders.of(headers), body) + ".\n";
    }
}
