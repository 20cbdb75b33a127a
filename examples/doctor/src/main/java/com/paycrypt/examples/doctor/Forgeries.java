package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.sdk.auth.Credentials;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What PayCrypt did not sign, or not so. */
final class Forgeries {
    private static final String OTHER = "0123456789abcdef".repeat(4);

    private Forgeries() {}

    static List<Scenario> all() {
        return List.of(
                UNSIGNED,
                WRONG_KEY,
                WRONG_SECRET,
                TAMPERED,
                SIGNATURE_FORM,
                UPPER_CASE,
                HEADER_TWICE,
                ORDER_OF_CHECKS,
                UNVERIFIED_GARBAGE,
                ALTERED_BYTES);
    }

    private static final Scenario UNSIGNED = Scenario.of(
            "unsigned",
            "a delivery without signature headers, and without the signature alone",
            "Verify every delivery, with WebhookReceiver or the filter; a missing key or signature is answered 401.",
            probe -> {
                Delivery unsigned = probe.genuine().without(Delivery.SIGNATURE);
                probe.rejected("without a signature", unsigned, 401);
                probe.rejected(
                        "without signature headers",
                        unsigned.without(Delivery.KEY).without(Delivery.TIMESTAMP),
                        401);
            });

    private static final Scenario WRONG_KEY = Scenario.of(
            "wrong-key",
            "a delivery that names another key, signed with the right secret",
            "Compare the key header with the keys you have before anything else, and answer 401.",
            probe -> {
                String other = probe.signatures().key() + "x";
                probe.rejected("another key", probe.genuine().with(Delivery.KEY, other), 401);
                probe.rejected("an empty key", probe.genuine().with(Delivery.KEY, ""), 401);
            });

    private static final Scenario WRONG_SECRET = Scenario.of(
            "wrong-secret",
            "a delivery signed with another secret",
            "Compute the HMAC with your secret's UTF-8 bytes, compare in constant time, and answer 401.",
            probe -> {
                Credentials forger = Credentials.of(probe.signatures().key(), "not_" + probe.run());
                Delivery forged =
                        probe.signatures().signWith(forger, probe.event().body(), Duration.ZERO);
                probe.rejected("another secret's signature", forged, 401);
            });

    private static final Scenario TAMPERED = Scenario.of(
            "tampered",
            "a delivery whose amount, or whose timestamp, was changed after it was signed",
            "Compute the HMAC over the timestamp header, a point and the body's bytes, all as received.",
            probe -> {
                PaymentEvent dearer =
                        probe.event().withAmount(probe.order().amount().add(BigDecimal.TEN));
                probe.rejected("a changed amount", probe.genuine().withBody(dearer.body()), 401);
                String later = Long.toString(probe.signatures().now() + 5);
                probe.rejected("a changed timestamp", probe.genuine().with(Delivery.TIMESTAMP, later), 401);
            });

    private static final Scenario SIGNATURE_FORM = Scenario.of(
            "signature-form",
            "a signature that is empty, cut, too long, or not ASCII",
            "Take exactly 64 lower-case hex digits; compare all of them with MessageDigest.isEqual; answer 401.",
            probe -> {
                Delivery genuine = probe.genuine();
                String right = genuine.header(Delivery.SIGNATURE).orElseThrow();
                for (String form : List.of("", right.substring(0, 32), right + "00", "\u00e9".repeat(64))) {
                    probe.rejected(
                            "a signature of " + form.length() + " characters",
                            genuine.with(Delivery.SIGNATURE, form),
                            401);
                }
            });

    private static final Scenario UPPER_CASE = Scenario.of(
            "upper-case-signature",
            "the right signature in upper case",
            "Accept one spelling: a replay guard that remembers the header's text lets a respelled copy pass. Answer 401.",
            probe -> {
                Delivery genuine = probe.genuine();
                String right = genuine.header(Delivery.SIGNATURE).orElseThrow();
                probe.rejected(
                        "an upper-case signature",
                        genuine.with(Delivery.SIGNATURE, right.toUpperCase(Locale.ROOT)),
                        401);
            });

    private static final Scenario HEADER_TWICE = Scenario.of(
            "header-twice",
            "each signature header twice, with the right value first and with the right value last",
            "Look at all values of a header, and reject the delivery unless there is exactly one.",
            probe -> {
                String earlier = Long.toString(probe.signatures().now() - 1);
                twice(probe, Delivery.KEY, "pk_other");
                twice(probe, Delivery.TIMESTAMP, earlier);
                twice(probe, Delivery.SIGNATURE, OTHER);
            });

    private static void twice(Probe probe, String name, String other) {
        Delivery genuine = probe.genuine();
        probe.rejected(name + " twice, the right one first,", genuine.followedBy(name, other), 400, 401);
        probe.rejected(name + " twice, the right one last,", genuine.precededBy(name, other), 400, 401);
    }

    private static final Scenario ORDER_OF_CHECKS = Scenario.of(
            "order-of-checks",
            "a delivery that is wrong in several ways at once",
            "Check the key (401), then the timestamp (400), then the signature (401).",
            probe -> {
                Delivery stale = probe.genuine(Duration.ofSeconds(-900)).with(Delivery.SIGNATURE, OTHER);
                probe.rejected("stale and badly signed", stale, 400);
                probe.rejected("of another key, stale and badly signed", stale.with(Delivery.KEY, "pk_other"), 401);
                probe.rejected(
                        "without a timestamp and badly signed",
                        probe.genuine().with(Delivery.SIGNATURE, OTHER).without(Delivery.TIMESTAMP),
                        400);
            });

    private static final Scenario UNVERIFIED_GARBAGE = Scenario.of(
            "unverified-garbage",
            "a forged delivery whose body is not JSON",
            "Verify the signature before you parse the body: what is not verified must reach no parser. Answer 401.",
            probe -> {
                Delivery forged = probe.genuine().with(Delivery.SIGNATURE, OTHER);
                probe.rejected("forged text", forged.withBody("{not json".getBytes(UTF_8)), 401);
                probe.rejected(
                        "a forged deep array",
                        forged.withBody("[".repeat(50_000).getBytes(UTF_8)),
                        401);
            });

    private static final Scenario ALTERED_BYTES = Scenario.of(
            "altered-bytes",
            "a delivery in which bytes were replaced by such as decode to the same text",
            "Compute the HMAC over the body's bytes; decode them, strictly, only after that.",
            probe -> {
                PaymentEvent event = probe.event();
                byte[] signed = Bodies.withNote(event, "\ufffd".getBytes(UTF_8));
                byte[] sent = Bodies.withNote(event, new byte[] {(byte) 0xFF});
                probe.rejected(
                        "another body of the same text",
                        probe.signatures().sign(signed).withBody(sent),
                        401);
            });
}
