package com.paycrypt.sandbox.diagnosis;

import java.time.Instant;
import java.util.List;

/**
 * A request to the signed API that was refused.
 *
 * @param id its id in this sandbox, such as {@code r1}
 * @param at when it came
 * @param line its method and path
 * @param reason the reason in the sandbox's own short word, such as {@code bad_signature}
 * @param message its headers and body, as far as they were read
 * @param findings what is wrong with it, in plain words
 */
public record RefusedRequest(
        String id, Instant at, String line, String reason, SignedMessage message, List<String> findings) {

    /** Copies the findings. */
    public RefusedRequest {
        findings = List.copyOf(findings);
    }
}
