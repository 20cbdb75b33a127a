package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.diagnosis.Diagnosis;
import com.paycrypt.sandbox.diagnosis.SignedMessage;
import com.paycrypt.sandbox.http.Form;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SameOrigin;
import com.paycrypt.sandbox.http.Template;
import com.paycrypt.sandbox.wire.Headers;
import com.paycrypt.sandbox.wire.Timestamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains a webhook as a receiver saw it: headers and body are pasted, the cause and the Java that is right come back.
 * It is judged at the time it was signed, since it is pasted later than it came.
 */
final class Explain {
    private static final int MAX_BYTES = 3 * 1024 * 1024;

    private final ConsoleSetup setup;
    private final Template template = Template.of(Explain.class, "explain.html");

    Explain(ConsoleSetup setup) {
        this.setup = setup;
    }

    void addTo(Router router) {
        router.on("GET", "/explain", request -> Response.html(200, template.fill(new Page("", "", List.of(), ""))));
        router.on("POST", "/explain", new SameOrigin(this::explain));
    }

    private Response explain(Request request) throws IOException {
        Form form = Form.of(request, MAX_BYTES);
        String headers = form.field("headers").orElse("");
        String body = form.field("body").orElse("");
        return Response.html(200, template.fill(page(headers, body)));
    }

    private Page page(String headers, String body) {
        SignedMessage message = new SignedMessage(
                header(headers, Headers.KEY),
                header(headers, Headers.TIMESTAMP),
                header(headers, Headers.SIGNATURE),
                asSent(body).getBytes(StandardCharsets.UTF_8));
        Instant now = setup.clock().instant();
        OptionalLong signed = Timestamps.parse(message.timestamp());
        Instant then = signed.isPresent() ? Instant.ofEpochSecond(signed.getAsLong()) : now;
        List<Finding> findings = new ArrayList<>();
        new Diagnosis(setup.keys(), then).of(message).forEach(finding -> findings.add(Finding.ofReceiver(finding)));
        String age = signed.isPresent() ? age(now.getEpochSecond() - signed.getAsLong()) : "";
        if (findings.isEmpty()) {
            findings.add(new Finding(
                    "Key, timestamp and signature are right, so what the receiver verified was something else: a body that"
                            + " was read or parsed before, or another secret.",
                    "byte[] body = request.getInputStream().readAllBytes(); // before anything parses it"));
        }
        return new Page(headers, body, findings, age);
    }

    private static String age(long seconds) {
        String distance = inWords(Duration.ofSeconds(seconds).abs());
        return Duration.ofSeconds(seconds).abs().compareTo(Timestamps.WINDOW) > 0
                ? "It was signed " + distance + (seconds > 0 ? " ago" : " in the future")
                        + " by this clock. A receiver that sees it now rejects it with 400."
                : "";
    }

    private static String inWords(Duration time) {
        if (time.toDays() > 1) {
            return time.toDays() + " days";
        }
        return time.toHours() > 1 ? time.toHours() + " hours" : time.toSeconds() + " s";
    }

    /** Browsers send each line break of a text field as two characters, and pasting leaves one at the end. */
    private static String asSent(String pasted) {
        return pasted.replace("\r\n", "\n").strip();
    }

    private static String header(String pasted, String name) {
        Matcher line = Pattern.compile("(?im)" + Pattern.quote(name) + "['\"]?\\s*[:=]\\s*['\"]?([^\\s'\",]*)")
                .matcher(pasted);
        return line.find() ? line.group(1) : "";
    }

    /** What fills the page. */
    record Page(String headers, String body, List<Finding> findings, String age) {
        boolean explained() {
            return !findings.isEmpty();
        }
    }
}
