package com.paycrypt.sdk.internal.webhookjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope of an event and walks over everything else in it, so that a body is either strict JSON from its
 * first byte to its last or refused: UTF-8 without a byte order mark, one object, no member name twice, nothing behind
 * it, bounded depth and numbers, a non-empty string as {@code type}.
 */
public final class EnvelopeReader {
    private final JsonParser parser;
    private final int offset;
    private final MemberNames names = new MemberNames();

    private @Nullable String type;
    private String id = "";
    private @Nullable String created;
    private int dataStart;
    private int dataEnd;

    private EnvelopeReader(JsonParser parser, int offset) {
        this.parser = parser;
        this.offset = offset;
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
        int start = objectStart(body);
        try (JsonParser parser = StrictFactory.INSTANCE.createParser(body, start, body.length - start)) {
            return new EnvelopeReader(parser, start).envelope();
        } catch (IOException e) {
            throw new MalformedJsonException("the body is not well-formed JSON within the bounds of an event");
        }
    }

    /** Where the object begins: the parser would take a byte order mark, UTF-16 and UTF-32 for JSON as well. */
    private static int objectStart(byte[] body) throws MalformedJsonException {
        int i = 0;
        while (i < body.length && isBlank(body[i])) {
            i++;
        }
        if (i + 1 >= body.length || body[i] != '{' || body[i + 1] == 0) {
            throw new MalformedJsonException("the body is not a JSON object");
        }
        return i;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private Envelope envelope() throws IOException, MalformedJsonException {
        parser.nextToken();
        Set<String> many = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            many = names.add(name, 0, many);
            member(name, parser.nextToken());
        }
        if (parser.nextToken() != null) {
            throw new MalformedJsonException("something follows the JSON object");
        }
        if (type == null || type.isEmpty()) {
            throw new MalformedJsonException("the event has no type that is a non-empty string");
        }
        return new Envelope(type, id, created, dataStart, dataEnd);
    }

    private void member(String name, JsonToken value) throws IOException, MalformedJsonException {
        switch (name) {
            case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            case "id" ->
                id = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT ? parser.getText() : "";
            case "created" -> created = value.isScalarValue() ? parser.getText() : null;
            case "data" ->
                dataStart = offset + (int) parser.currentTokenLocation().getByteOffset();
            default -> {}
        }
        walk(value);
        if (name.equals("data")) {
            parser.finishToken();
            dataEnd = offset + (int) parser.currentLocation().getByteOffset();
        }
    }

    private void walk(JsonToken value) throws IOException, MalformedJsonException {
        switch (value) {
            case START_OBJECT -> walkObject();
            case START_ARRAY -> walkArray();
            case VALUE_NUMBER_INT -> {}
            case VALUE_NUMBER_FLOAT -> requireSaneExponent();
            default -> parser.finishToken();
        }
    }

    private void walkObject() throws IOException, MalformedJsonException {
        int start = names.size();
        Set<String> many = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            many = names.add(parser.currentName(), start, many);
            walk(parser.nextToken());
        }
        names.closeObject(start);
    }

    private void walkArray() throws IOException, MalformedJsonException {
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            walk(next);
        }
    }

    /** A short number can stand for one with a billion digits: 1e999999999. */
    private void requireSaneExponent() throws IOException, MalformedJsonException {
        if (!Decimals.hasSaneExponent(parser.getText())) {
            throw new MalformedJsonException("a number has an exponent of more than " + Decimals.MAX_EXPONENT);
        }
    }
}
