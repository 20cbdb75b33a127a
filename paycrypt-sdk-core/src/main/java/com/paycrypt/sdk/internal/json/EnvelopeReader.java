package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope of an event and walks over everything else in it, so that a body is either strict JSON from its
 * first byte to its last or rejected: UTF-8 without a byte order mark, one object, no member name twice, nothing after
 * it, bounded depth and numbers, a non-empty string as {@code type}. Jackson's streaming parser reads; encoding, names and
 * numbers are checked here, since its own checks let other encodings pass or cost more.
 */
public final class EnvelopeReader {
    /** Digits, sign, point and exponent: no amount of money and no rate needs more. */
    private static final int MAX_NUMBER_LENGTH = 100;

    /** A short number can stand for one with a billion digits: 1e999999999. */
    private static final int MAX_EXPONENT_DIGITS = 3;

    /** From these bytes Jackson guesses the encoding. */
    private static final int GUESSED = 4;

    private final StrictParser parser;
    private final JsonParser json;
    private final MemberNames names = new MemberNames();

    private @Nullable String type;
    private String id = "";
    private @Nullable String created;
    private int dataStart;
    private int dataEnd;

    private EnvelopeReader(StrictParser parser) {
        this.parser = parser;
        this.json = parser.json;
    }

    /**
     * Reads an event.
     *
     * @throws MalformedJsonException if they are not an event
     */
    public static Envelope read(byte[] body) throws MalformedJsonException {
        requireObjectInUtf8(body);
        try {
            return readOnce(body);
        } catch (JsonProcessingException e) {
            return readRepaired(body, e);
        }
    }

    private static Envelope readOnce(byte[] body) throws MalformedJsonException, JsonProcessingException {
        try (StrictParser parser = StrictParser.of(body, 0, body.length)) {
            return new EnvelopeReader(parser).envelope();
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("an array of bytes cannot be read", e);
        }
    }

    private static Envelope readRepaired(byte[] body, JsonProcessingException first) throws MalformedJsonException {
        try {
            byte[] repaired = body.clone();
            if (LoneSurrogates.replace(repaired)) {
                return readOnce(repaired);
            }
        } catch (JsonProcessingException e) {
            // The first failure says where.
        }
        throw new MalformedJsonException("the body is not well-formed JSON at byte "
                + (first.getLocation() == null
                        ? body.length
                        : first.getLocation().getByteOffset()));
    }

    private static void requireObjectInUtf8(byte[] body) throws MalformedJsonException {
        if (!Utf8.isValid(body)) {
            throw new MalformedJsonException("the body is not UTF-8");
        }
        int start = 0;
        while (start < body.length && isWhitespace(body[start])) {
            start++;
        }
        if (start == body.length || body[start] != '{') {
            throw new MalformedJsonException("the body is not a JSON object");
        }
        for (int i = 0; i < Math.min(GUESSED, body.length); i++) {
            if (body[i] == 0) {
                throw new MalformedJsonException("the body is not well-formed JSON at byte " + i);
            }
        }
    }

    private static boolean isWhitespace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private Envelope envelope() throws IOException, MalformedJsonException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            names.add(name);
            json.nextToken();
            member(name);
        }
        requireEnd();
        if (type == null || type.isEmpty()) {
            throw new MalformedJsonException("the event has no type that is a non-empty string");
        }
        return new Envelope(type, id, created, dataStart, dataEnd);
    }

    private void requireEnd() throws IOException, MalformedJsonException {
        try {
            if (json.nextToken() == null) {
                return;
            }
        } catch (JsonProcessingException e) {
            // Whatever it is, it must not be there.
        }
        throw new MalformedJsonException("something follows the JSON object");
    }

    private void member(String name) throws IOException, MalformedJsonException {
        switch (name) {
            case "type" -> type = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
            case "id" -> id = isTextOrNumber() ? json.getText() : "";
            case "created" -> created = isTextOrNumber() ? json.getText() : null;
            case "data" -> dataStart = parser.start();
            default -> {}
        }
        value();
        if (name.equals("data")) {
            dataEnd = parser.end();
        }
    }

    private boolean isTextOrNumber() {
        return json.currentToken() == JsonToken.VALUE_STRING
                || json.currentToken().isNumeric();
    }

    /** Walks over the value of the current token, which is checked on the way. */
    private void value() throws IOException, MalformedJsonException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            object();
        } else if (token == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                value();
            }
        } else if (token.isNumeric()) {
            requireBounded();
        }
    }

    private void object() throws IOException, MalformedJsonException {
        int outer = names.open();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            names.add(json.currentName());
            json.nextToken();
            value();
        }
        names.close(outer);
    }

    private void requireBounded() throws IOException, MalformedJsonException {
        int length = json.getTextLength();
        if (length > MAX_NUMBER_LENGTH) {
            throw new MalformedJsonException("a number is longer than " + MAX_NUMBER_LENGTH + " characters");
        }
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                && exponentDigits(json.getTextCharacters(), json.getTextOffset(), length) > MAX_EXPONENT_DIGITS) {
            throw new MalformedJsonException("a number has an exponent of more than three digits");
        }
    }

    private static int exponentDigits(char[] text, int start, int length) {
        int digits = 0;
        boolean exponent = false;
        for (int i = start; i < start + length; i++) {
            char c = text[i];
            digits += exponent && c >= '0' && c <= '9' ? 1 : 0;
            exponent |= c == 'e' || c == 'E';
        }
        return digits;
    }
}
