package com.paycrypt.sandbox.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request to the signed API that was rejected.
 *
 * @param id its id in this sandbox, such as {@code r1}
 * @param at when it came
 * @param line its method and path
 * @param reason the reason in the sandbox's own short word, such as {@code bad_signature}
 * @param headers its security headers as they came
 * @param body the first 16 KiB of its body
 * @param bytes how long its body was, as far as it was read
 * @param findings what is wrong with it, in plain words
 */
public record RejectedRequest(
        String id,
        Instant at,
        String line,
        String reason,
        Map<String, String> headers,
        String body,
        int bytes,
        List<String> findings) {

    /**
     * Copies headers and findings.
     *
     * @param id its id in this sandbox, such as {@code r1}
     * @param at when it came
     * @param line its method and path
     * @param reason the reason in the sandbox's own short word, such as {@code bad_signature}
     * @param headers its security headers as they came
     * @param body the first 16 KiB of its body
     * @param bytes how long its body was, as far as it was read
     * @param findings what is wrong with it, in plain words
     */
    public RejectedRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        findings = List.copyOf(findings);
    }
}
