package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.diagnosis.Diagnosis;
import com.paycrypt.sandbox.diagnosis.SignedMessage;
import com.paycrypt.sandbox.http.BodyTooLongException;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.model.RejectedRequest;
import com.paycrypt.sandbox.wire.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes rejected requests into the journal with what is wrong with them, for the developer's page. */
final class RejectionNotes {
    private static final int SHOWN = 16 * 1024;

    private final ApiSetup setup;

    RejectionNotes(ApiSetup setup) {
        this.setup = setup;
    }

    /** Notes one and returns the path of its page. */
    String note(Request request, Rejection rejection) throws IOException {
        Instant now = setup.clock().instant();
        SignedMessage message = message(request);
        List<String> findings = new ArrayList<>(new Diagnosis(setup.keys(), now).of(message));
        Remedies.of(rejection).ifPresent(findings::add);
        String line = request.method() + " " + request.path();
        String reason = rejection.reason().name().toLowerCase(Locale.ROOT);
        return "/rejected/"
                + setup.ledger()
                        .journal()
                        .reject(id -> new RejectedRequest(
                                id,
                                now,
                                line,
                                reason,
                                headers(message),
                                shown(message.body()),
                                message.body().length,
                                findings))
                        .id();
    }

    private static Map<String, String> headers(SignedMessage message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.KEY, message.key());
        headers.put(Headers.TIMESTAMP, message.timestamp());
        headers.put(Headers.SIGNATURE, message.signature());
        return headers;
    }

    private static String shown(byte[] body) {
        return new String(Arrays.copyOf(body, Math.min(body.length, SHOWN)), StandardCharsets.UTF_8);
    }

    private static SignedMessage message(Request request) throws IOException {
        return new SignedMessage(
                request.header(Headers.KEY).orElse(""),
                request.header(Headers.TIMESTAMP).orElse(""),
                request.header(Headers.SIGNATURE).orElse(""),
                body(request));
    }

    private static byte[] body(Request request) throws IOException {
        try {
            return request.body(SignedRequest.MAX_BODY);
        } catch (BodyTooLongException e) {
            return new byte[0];
        }
    }
}
