package com.paycrypt.sdk.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks over JSON (RFC 8259, nothing looser) in bytes that are known to be UTF-8, without making anything of it: a
 * webhook's bytes are looked at once, whole, before anybody relies on a part of them.
 */
final class JsonScanner implements JsonWalk {
    /** Deeper than any event. */
    static final int MAX_DEPTH = EnvelopeReader.MAX_DEPTH;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int NOT_HEX = -1;

    private final byte[] json;
    private final MemberNames names;
    private int at;
    private int depth;
    private int nameStart;
    private int nameEnd;
    private boolean nameEscaped;

    JsonScanner(byte[] json, int start) {
        this.json = json;
        this.at = start;
        this.names = new MemberNames(json);
    }

    /** Where the scanner stands: behind what it walked over last. */
    int at() {
        return at;
    }

    /** The byte to come behind blanks, or a negative number at the end. */
    int peek() {
        while (at < json.length) {
            byte b = json[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
            at++;
        }
        return -1;
    }

    void expect(char wanted) throws MalformedJsonException {
        if (peek() != wanted) {
            throw malformed();
        }
        at++;
    }

    /** Takes the byte if it comes next. */
    boolean takes(char wanted) {
        boolean found = peek() == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    /** Walks over a value of any kind. */
    @Override
    public void value() throws MalformedJsonException {
        switch (peek()) {
            case '{' -> members(this);
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> at = NumberScanner.end(json, at);
        }
    }

    /** Walks over an object, its members' values by the walk that is given, once for each. */
    void members(JsonWalk walk) throws MalformedJsonException {
        enter();
        int scope = names.open();
        if (!takes('}')) {
            do {
                name();
                walk.value();
            } while (takes(','));
            expect('}');
        }
        names.close(scope);
        depth--;
    }

    /** Walks over a member's name and the colon; refuses a name that the object has had before. */
    void name() throws MalformedJsonException {
        if (peek() != '"') {
            throw malformed();
        }
        nameStart = at + 1;
        nameEscaped = string();
        nameEnd = at - 1;
        if (nameEscaped) {
            names.addEscaped(nameStart, nameEnd);
        } else {
            names.addPlain(nameStart, nameEnd);
        }
        expect(':');
    }

    /** The name walked over last. */
    String lastName() {
        return nameEscaped ? JsonText.unescaped(json, nameStart, nameEnd) : JsonText.plain(json, nameStart, nameEnd);
    }

    /** Whether the name walked over last is this one. */
    boolean wasNamed(String name) {
        return nameEscaped ? name.equals(lastName()) : nameEnd - nameStart == name.length() && hasBytes(name);
    }

    private boolean hasBytes(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (json[nameStart + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void array() throws MalformedJsonException {
        enter();
        if (!takes(']')) {
            do {
                value();
            } while (takes(','));
            expect(']');
        }
        depth--;
    }

    private void enter() throws MalformedJsonException {
        at++;
        depth++;
        if (depth >= MAX_DEPTH) {
            throw new MalformedJsonException("the body is nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    private void literal(String word) throws MalformedJsonException {
        for (int i = 0; i < word.length(); i++) {
            if (at == json.length || json[at] != word.charAt(i)) {
                throw malformed();
            }
            at++;
        }
    }

    /** Walks over a string, its quotes included; returns whether it has escapes. */
    private boolean string() throws MalformedJsonException {
        at++;
        boolean escaped = false;
        while (next() != '"') {
            escape();
            escaped = true;
        }
        return escaped;
    }

    /** Walks up to the next quote or backslash and returns it, standing behind it. */
    private byte next() throws MalformedJsonException {
        skipPlain();
        while (at < json.length) {
            byte b = json[at++];
            if (b == '"' || b == '\\') {
                return b;
            }
            if (b >= 0 && b < ' ') {
                break;
            }
        }
        throw malformed();
    }

    /** Sixteen bytes at a time, up to the first that is a quote, a backslash or a control character, or near the end. */
    private void skipPlain() {
        int i = at;
        int last = json.length - 2 * Long.BYTES;
        while (i <= last) {
            long first = special((long) LONGS.get(json, i));
            long second = special((long) LONGS.get(json, i + Long.BYTES));
            if ((first | second) != 0) {
                i += plainBytes(first, second);
                break;
            }
            i += 2 * Long.BYTES;
        }
        at = i;
    }

    private static int plainBytes(long first, long second) {
        return first != 0
                ? Long.numberOfTrailingZeros(first) / Byte.SIZE
                : Long.BYTES + Long.numberOfTrailingZeros(second) / Byte.SIZE;
    }

    /**
     * Has the high bit set of each byte that is special; above the first of them also of some that are not. With its
     * second bit changed a quote lies right above the control characters, so that one comparison finds them all.
     */
    private static long special(long eight) {
        long quotesAreBlanks = eight ^ ONES * ('"' ^ ' ');
        long backslashesAreZero = eight ^ ONES * '\\';
        return (quotesAreBlanks - ONES * (' ' + 1) | backslashesAreZero - ONES) & ~eight & HIGH_BITS;
    }

    private void escape() throws MalformedJsonException {
        if (at == json.length) {
            throw malformed();
        }
        switch (json[at++]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> fourHexDigits();
            default -> throw malformed();
        }
    }

    private void fourHexDigits() throws MalformedJsonException {
        for (int i = 0; i < 4; i++) {
            if (at == json.length || Character.digit(json[at], 16) == NOT_HEX) {
                throw malformed();
            }
            at++;
        }
    }

    MalformedJsonException malformed() {
        return new MalformedJsonException("the body is not well-formed JSON at byte " + at);
    }
}
