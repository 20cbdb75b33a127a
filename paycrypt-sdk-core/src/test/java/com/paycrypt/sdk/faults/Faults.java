package com.paycrypt.sdk.faults;

import com.paycrypt.sdk.error.Outcome;
import java.util.stream.Stream;

/** The fault table. */
final class Faults {
    private static final String JSON = "Content-Type: application/json";
    private static final String HTML = "Content-Type: text/html";
    private static final String PAGE = "<!doctype html><title>Oops</title><h1>Oops</h1>";

    private Faults() {}

    static Stream<Fault> all() {
        return Stream.of(connections(), answers(), unavailable(), noSessions()).flatMap(faults -> faults);
    }

    private static Stream<Fault> connections() {
        return Stream.of(
                Fault.silent("connection refused", Target.nobody(), Outcome.NOT_SENT, 3, 0),
                Fault.silent(
                        "host cannot be resolved", Target.at("https://no-such-host.invalid"), Outcome.NOT_SENT, 3, 0),
                Fault.silent("connect timeout", Target.deaf(), Outcome.NOT_SENT, 3, 0),
                Fault.silent(
                        "TLS handshake reset",
                        Target.withoutTls(Behaviours.resetBeforeReading()),
                        Outcome.NOT_SENT,
                        3,
                        0),
                Fault.silent("TLS certificate not trusted", TlsTargets.untrusted(), Outcome.NOT_SENT, 1, 0),
                Fault.silent("TLS certificate of another host", TlsTargets.otherHost(), Outcome.NOT_SENT, 1, 0),
                Fault.silent("reset before the request was read", Behaviours.resetBeforeReading(), 0),
                Fault.silent("reset after the request was read", Behaviours.resetAfterReading(), 3),
                Fault.silent("closed after the request was read", Behaviours.closeAfterReading(), 3),
                Fault.silent("read timeout", Behaviours.silence(), 3),
                Fault.silent("201 truncated", Behaviours.truncated("201 Created"), 3),
                Fault.silent("201 dripping", Behaviours.dripping("201 Created"), 3));
    }

    private static Stream<Fault> answers() {
        return Stream.of(
                Fault.rejected("301 to another host", 301, "Location: http://127.0.0.2:9/", "", 1),
                Fault.rejected("302 to another host", 302, "Location: http://127.0.0.2:9/", "", 1),
                Fault.rejected("307 to another host", 307, "Location: http://127.0.0.2:9/", "", 1),
                Fault.rejected("308 to another host", 308, "Location: http://127.0.0.2:9/", "", 1),
                Fault.rejected(400, "{\"error\":\"missing_fields\",\"fields\":[\"order_id\"]}", 1),
                Fault.rejected(401, "{\"error\":\"invalid key\"}", 1),
                Fault.rejected("403 JSON", 403, JSON, "{\"error\":\"ip_not_allowed\"}", 1),
                Fault.rejected("403 HTML", 403, HTML, PAGE, 1),
                Fault.rejected(404, "", 1),
                Fault.rejected(408, "", 3),
                Fault.rejected(409, "{\"error\":{\"code\":\"conflict\",\"message\":\"busy\"}}", 1),
                Fault.rejected(
                        "429 with retry_after in the body", 429, JSON, "{\"error\":\"rate\",\"retry_after\":2}", 3),
                Fault.unknown("500", 500, JSON, "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}", 3),
                Fault.unknown("502 HTML", 502, HTML, PAGE, 3),
                Fault.unknown("504", 504, HTML, "", 3),
                Fault.unknown("501", 501, HTML, "", 1));
    }

    private static Stream<Fault> unavailable() {
        String date = "Date: Sun, 01 Nov 2026 12:00:00 GMT\nRetry-After: Sun, 01 Nov 2026 12:00:03 GMT";
        return Stream.of(
                Fault.unknown("503", 503, HTML, PAGE, 3),
                Fault.unknown("503 with Retry-After: 2", 503, "Retry-After: 2", "", 3),
                Fault.unknown("503 with Retry-After: 0", 503, "Retry-After: 0", "", 3),
                Fault.unknown("503 with a date in Retry-After", 503, date, "", 3),
                Fault.unknown("503 with retry_after in the body", 503, JSON, "{\"retry_after\": \"1.5\"}", 3),
                Fault.unknown("503 with a Retry-After beyond the budget", 503, "Retry-After: 31", "", 1),
                Fault.unknown("503 with an absurd Retry-After", 503, "Retry-After: 99999999999999999999", "", 1),
                Fault.unknown("503 with a Retry-After that is no time", 503, "Retry-After: soon", "", 3));
    }

    private static Stream<Fault> noSessions() {
        return Stream.of(
                Fault.unknown("201 empty", 201, JSON, "", 1),
                Fault.unknown("201 HTML", 201, HTML, PAGE, 1),
                Fault.unknown("201 without id", 201, JSON, "{\"checkout_url\":\"https://paycrypt.tld/1\"}", 1),
                Fault.unknown("201 without checkout_url", 201, JSON, "{\"id\":\"ps_1\"}", 1),
                Fault.unknown(
                        "201 with a javascript: checkout_url",
                        201,
                        JSON,
                        "{\"id\":\"ps_1\",\"checkout_url\":\"javascript:alert(1)\"}",
                        1),
                Fault.unknown("204", 204, "X-Nothing: here", "", 1));
    }
}
