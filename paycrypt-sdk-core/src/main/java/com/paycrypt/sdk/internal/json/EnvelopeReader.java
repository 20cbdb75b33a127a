package com.paycrypt.sdk.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope of an event and walks over everything else in it, so that a body is either strict JSON from its
 * first byte to its last or refused: UTF-8 without a byte order mark, one object, no member name twice, nothing behind
 * it, bounded depth and numbers, a non-empty string as {@code type}.
 *
 * <p>Written by hand, since it runs on every delivery: a parser that takes every member out of its text needs twice the
 * time and memory, and lets overlong UTF-8, byte order marks and other encodings pass.
 */
public final class EnvelopeReader {
    /** Deeper than any event. */
    static final int MAX_DEPTH = 64;

    private final byte[] body;
    private final JsonScanner scanner;

    private @Nullable String type;
    private String id = "";
    private @Nullable String created;
    private int dataStart;
    private int dataEnd;

    private EnvelopeReader(byte[] body) {
        this.body = body;
        this.scanner = new JsonScanner(body, 0);
    }

    /**
     * Reads an event.
     *
     * @param body the bytes of the event
     * @return its envelope
     * @throws MalformedJsonException if they are no event
     */
    public static Envelope read(byte[] body) throws MalformedJsonException {
        if (!Utf8.isValid(body)) {
            throw new MalformedJsonException("the body is not UTF-8");
        }
        return new EnvelopeReader(body).envelope();
    }

    private Envelope envelope() throws MalformedJsonException {
        if (!scanner.takes('{')) {
            throw new MalformedJsonException("the body is not a JSON object");
        }
        if (!scanner.takes('}')) {
            members();
        }
        scanner.peek();
        if (scanner.at() < body.length) {
            throw new MalformedJsonException("something follows the JSON object");
        }
        if (type == null || type.isEmpty()) {
            throw new MalformedJsonException("the event has no type that is a non-empty string");
        }
        return new Envelope(type, id, created, dataStart, dataEnd);
    }

    private void members() throws MalformedJsonException {
        do {
            scanner.name();
            scanner.peek();
            Member member = Member.of(scanner);
            int start = scanner.at();
            scanner.value();
            keep(member, start, scanner.at());
        } while (scanner.takes(','));
        scanner.expect('}');
    }

    private void keep(Member member, int start, int end) {
        switch (member) {
            case TYPE -> type = body[start] == '"' ? JsonText.ofValue(body, start, end) : null;
            case ID -> id = isTextOrNumber(start) ? JsonText.ofValue(body, start, end) : "";
            case CREATED -> created = isTextOrNumber(start) ? JsonText.ofValue(body, start, end) : null;
            case DATA -> {
                dataStart = start;
                dataEnd = end;
            }
            case OTHER -> {}
        }
    }

    /** Quote, minus and digits stand before all that other values begin with. */
    private boolean isTextOrNumber(int start) {
        return body[start] <= '9';
    }

    /** The members of an envelope that are looked at. */
    private enum Member {
        TYPE,
        ID,
        CREATED,
        DATA,
        OTHER;

        /** The one whose name the scanner walked over last. */
        static Member of(JsonScanner scanner) {
            if (scanner.wasNamed("type")) {
                return TYPE;
            }
            if (scanner.wasNamed("id")) {
                return ID;
            }
            if (scanner.wasNamed("created")) {
                return CREATED;
            }
            return scanner.wasNamed("data") ? DATA : OTHER;
        }
    }
}
