package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.diagnosis.Diagnosis;
import com.paycrypt.sandbox.diagnosis.RefusedRequest;
import com.paycrypt.sandbox.diagnosis.SignedMessage;
import com.paycrypt.sandbox.http.BodyTooLongException;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.wire.Headers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Notes refused requests with what is wrong with them, for the developer's page. */
final class RefusalNotes {
    private final ApiSetup setup;

    RefusalNotes(ApiSetup setup) {
        this.setup = setup;
    }

    /** Notes one and gives the path of its page. */
    String note(Request request, Refusal refusal) throws IOException {
        Instant now = setup.clock().instant();
        SignedMessage message = message(request);
        List<String> findings = new ArrayList<>(new Diagnosis(setup.keys(), now).of(message));
        Remedies.of(refusal).ifPresent(findings::add);
        String line = request.method() + " " + request.path();
        String reason = refusal.reason().name().toLowerCase(Locale.ROOT);
        return "/refused/"
                + setup.refused()
                        .add(id -> new RefusedRequest(id, now, line, reason, message, findings))
                        .id();
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
            return request.body(SignedRequest.LONGEST_BODY);
        } catch (BodyTooLongException e) {
            return new byte[0];
        }
    }
}
