package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.examples.doctor.Exchange.End;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests and bodies of unusual form. */
final class Bodies {
    private static final int HUGE = 16 << 20;
    private static final int LARGE = 900_000;

    private Bodies() {}

    static List<Scenario> hostile() {
        return List.of(OVERSIZE, GET, SIGNED_GARBAGE);
    }

    static List<Scenario> genuine() {
        return List.of(SPELLING, LARGE_BODY, CHUNKED);
    }

    private static final Scenario OVERSIZE = Scenario.of(
            "oversize",
            "forged bodies of 16 MiB, with and without a declared length",
            "Stop reading at a limit (1 MiB is plenty) and answer 413: at that point the sender is not verified yet.",
            probe -> {
                Delivery forged = probe.genuine().withBody(new byte[HUGE]);
                bounded(probe, "16 MiB, declared,", forged);
                bounded(probe, "16 MiB, chunked,", forged.chunked());
                probe.handledAtMost(0, probe.session());
            });

    /** Who turned it down before the end of the body has a limit, whatever the status. */
    private static void bounded(Probe probe, String what, Delivery delivery) {
        Exchange exchange = probe.send(delivery);
        boolean readAll = exchange.end() == End.ANSWERED && exchange.sentWhole();
        boolean limited = List.of(400, 413).contains(exchange.status());
        if (exchange.end() == End.TIMED_OUT || exchange.isSuccess() || (readAll && !limited)) {
            probe.problem(what + " " + exchange.told() + ", after all of it was read");
        }
    }

    private static final Scenario GET = Scenario.of(
            "get",
            "a GET with a right signature over no body, as a redirect makes of a delivery",
            "Take POST alone, and answer 405 with Allow: POST.",
            probe -> {
                Exchange exchange =
                        probe.send(probe.signatures().sign(new byte[0]).asGet());
                if (exchange.status() < 400 || (exchange.isServerError() && exchange.status() != 501)) {
                    probe.problem("a GET " + exchange.told() + ", not 405");
                }
            });

    private static final Scenario SIGNED_GARBAGE = Scenario.of(
            "signed-garbage",
            "rightly signed bodies that are no events: not JSON, not UTF-8, not an object",
            "Answer 400 to what cannot be read as an event; a 500 says that the code fell over.",
            probe -> {
                Map<String, byte[]> bodies = new LinkedHashMap<>();
                bodies.put("text", "not json".getBytes(UTF_8));
                bodies.put("half an event", "{\"type\":\"payment.confirmed\",".getBytes(UTF_8));
                bodies.put("an array", "[]".getBytes(UTF_8));
                bodies.put("invalid UTF-8", withNote(probe.event(), new byte[] {(byte) 0xC3, (byte) 0x28}));
                bodies.forEach((what, body) -> {
                    Exchange exchange = probe.send(probe.signatures().sign(body));
                    if (exchange.isServerError() || exchange.end() != End.ANSWERED) {
                        probe.problem(what + ", rightly signed, " + exchange.told() + ", not 400");
                    }
                });
                probe.handledAtMost(0, probe.session());
            });

    private static final Scenario SPELLING = Scenario.of(
            "spelling",
            "a genuine body that no JSON library would write so: whitespace, escapes, names in any order, a line end",
            "Verify the bytes that came in, never what a parser made of them, and never as text of another charset.",
            probe -> {
                String body = new String(probe.event().body(), UTF_8)
                        .replace("\"order_id\":", "\"\\u006frder_id\" :\t")
                        .replace("\"source\":\"doctor\"", "\"source\" : \"D\u00f6ctor \ud83d\ude00 \\/ \\u00e9\"")
                        .replace(",\"data\":", " ,\r\n  \"data\":");
                probe.handled(
                        "a body of unusual spelling",
                        probe.signatures().sign((body + "\n").getBytes(UTF_8)),
                        probe.session());
            });

    private static final Scenario LARGE_BODY = Scenario.of(
            "large",
            "a genuine delivery of 900 KB: metadata of that size was seen to come back",
            "Set the limit of the body to 1 MiB, in the framework and in any proxy before it.",
            probe -> probe.handled(
                    "900 KB", probe.signatures().sign(probe.event().bodyOf(LARGE)), probe.session()));

    private static final Scenario CHUNKED = Scenario.of(
            "chunked",
            "a genuine delivery without Content-Length, in chunks, as proxies make them",
            "Read the body to its end, whatever Content-Length says; or let the proxy buffer requests.",
            probe -> probe.handled("a chunked body", probe.genuine().chunked(), probe.session()));

    /** The event with these bytes in the place of a metadata value. */
    static byte[] withNote(PaymentEvent event, byte[] note) {
        String[] parts = new String(event.body(), UTF_8).split("\"doctor\"", 2);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((parts[0] + '"').getBytes(UTF_8));
        body.writeBytes(note);
        body.writeBytes(('"' + parts[1]).getBytes(UTF_8));
        return body.toByteArray();
    }
}
