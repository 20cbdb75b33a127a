package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What responses must not tell. */
final class Leaks {
    private static final Pattern TRACE = Pattern.compile(
            "\\bat [\\w.$/]+\\([\\w$]+\\.(java|kt):\\d+\\)|Traceback \\(most recent call last\\)|File \"[^\"]+\", line \\d+"
                    + "|\\b[a-z]\\w*(\\.\\w+)+(Exception|Error)\\b|\\n\\s+at \\S+ \\(.+:\\d+:\\d+\\)|#0 /\\S+\\.php\\(\\d+\\)");

    private static final int LARGE = 64 << 10;

    private Leaks() {}

    static final Scenario LEAKS = Scenario.of(
            "leaks",
            "broken and forged deliveries, to read what the responses of this run reveal",
            "Answer with one constant, short body per status; what went wrong belongs into the log.",
            probe -> {
                probe.send(probe.signatures().sign("not json".getBytes(UTF_8)));
                probe.send(probe.genuine().withBody("not json".getBytes(UTF_8)));
                probe.send(probe.genuine().with(Delivery.TIMESTAMP, "yesterday"));
                for (Exchange exchange : probe.exchanges()) {
                    Optional<String> leak = leak(exchange, probe.signatures());
                    if (leak.isPresent()) {
                        probe.problem("a response (" + exchange.status() + ") contains " + leak.get());
                        return;
                    }
                }
            });

    static List<Scenario> all() {
        return List.of(LEAKS);
    }

    private static Optional<String> leak(Exchange exchange, Signatures signatures) {
        String text = exchange.headers() + "\n" + exchange.body();
        if (text.contains(signatures.secret())) {
            return Optional.of("the secret");
        }
        if (exchange.delivery().size() < LARGE && text.contains(expected(exchange.delivery(), signatures))) {
            return Optional.of("the signature that it expected: a reader can forge a delivery with it");
        }
        return TRACE.matcher(text).find() ? Optional.of("a stack trace or the name of an exception") : Optional.empty();
    }

    private static String expected(Delivery delivery, Signatures signatures) {
        return signatures.signature(delivery.header(Delivery.TIMESTAMP).orElse(""), delivery.body());
    }
}
