package com.paycrypt.examples.doctor;

import com.paycrypt.examples.cli.Problems;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which events are sent, and when they are said to be signed. */
final class EventOptions {
    /** The shape of an event. */
    enum Dialect {
        NEWER,
        OLDER
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE",
            description = "one event each, in this order; payment.confirmed unless given")
    private List<String> types = List.of();

    @Option(names = "--session", paramLabel = "ID", description = "the payment session; made up unless given")
    private @Nullable String session;

    @Option(
            names = "--dialect",
            paramLabel = "SERVER",
            description = "newer unless given; older: flat data, the session a number")
    private Dialect dialect = Dialect.NEWER;

    @Option(names = "--body", paramLabel = "FILE", description = "sends these bytes instead of an event made here")
    private @Nullable Path file;

    @Option(
            names = "--late",
            paramLabel = "SECONDS",
            description = "arrives so long after it was signed; a negative number signs for the future")
    private long late;

    /** A body and how much later than now it is signed. */
    static final class Body {
        private final String type;
        private final byte[] bytes;
        private final Duration offset;

        Body(String type, byte[] bytes, Duration offset) {
            this.type = type;
            this.bytes = bytes;
            this.offset = offset;
        }

        Duration offset() {
            return offset;
        }

        Signed signed(WebhookSigner signer) {
            return new Signed(type, Delivery.of(signer.sign(bytes)));
        }
    }

    /** A delivery and what it is about. */
    record Signed(String type, Delivery delivery) {}

    void check(Problems problems) {
        if (file != null && !Files.isReadable(file)) {
            problems.add("--body: there is no readable file " + file);
        }
        if (file != null && types.size() > 1) {
            problems.add("--body is one event: name at most one TYPE");
        }
        if (session != null && dialect == Dialect.OLDER && !session.matches("\\d{1,18}")) {
            problems.add(
                    "--session is a number for --dialect older: the server's own, not the id that create returned");
        }
    }

    /** Whether the server must be asked what the session is about. */
    boolean needsSession() {
        return session != null && file == null && dialect == Dialect.NEWER;
    }

    String session() {
        return session != null ? session : "ps_" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** The events, signed a second apart and the last one now, unless they are late. */
    List<Body> bodies(TestOrder order, Clock clock) {
        List<String> names = types.isEmpty() ? List.of(file == null ? usual() : file.toString()) : types;
        String shared = UUID.randomUUID().toString().substring(0, 12);
        String id = dialect == Dialect.OLDER ? numbered(shared) : session != null ? session : "ps_" + shared;
        return IntStream.range(0, names.size())
                .mapToObj(place -> {
                    Duration offset = Duration.ofSeconds(place - (names.size() - 1L) - late);
                    PaymentEvent event = new PaymentEvent(
                            names.get(place),
                            "evt_" + shared,
                            clock.instant().plus(offset).getEpochSecond(),
                            id,
                            order.id(),
                            order.amount(),
                            order.currency());
                    return new Body(names.get(place), bytes(event), offset);
                })
                .toList();
    }

    private String usual() {
        return dialect == Dialect.OLDER ? PaymentEvent.SUCCEEDED : PaymentEvent.CONFIRMED;
    }

    private String numbered(String shared) {
        return session != null ? session : Integer.toString(Math.floorMod(shared.hashCode(), 1_000_000));
    }

    private byte[] bytes(PaymentEvent event) {
        if (file == null) {
            return dialect == Dialect.OLDER ? event.flatBody(Long.parseLong(event.sessionId())) : event.body();
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("--body: " + file + " cannot be read", e);
        }
    }
}
