package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Jackson makes of an event, with its bounds set and everything decoded by the Java runtime before it. */
public final class JacksonOracle {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StrictParser.MAX_DEPTH)
                    .maxNumberLength(1_000_000)
                    .build())
            .build();

    /** Jackson takes these in values, and not in names; RFC 8259, section 8.2, leaves it open. */
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\\\u[dD][89a-fA-F]");

    private JacksonOracle() {}

    /** Whether it is no matter of taste what the body is. */
    public static boolean isCompetent(byte[] body) {
        return !HALF_A_CHARACTER
                .matcher(new String(body, StandardCharsets.ISO_8859_1))
                .find();
    }

    /** The type of an event that is strict JSON within the bounds; empty for anything else. */
    public static Optional<String> type(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.stripLeading().startsWith("{") ? read(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The payment's scalar members, from the object in the event's data or from the data where they hold no object. */
    static Map<String, String> fields(byte[] body) {
        try (JsonParser parser = STRICT.createParser(body)) {
            while (!"data".equals(parser.currentName())) {
                parser.nextToken();
            }
            parser.nextToken();
            Map<String, String> fields = fields(parser, true);
            fields.keySet().retainAll(JsonMaker.PAYMENT_NAMES);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fields(JsonParser parser, boolean outer) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> inner = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (outer && name.equals("object") && value == JsonToken.START_OBJECT) {
                inner = fields(parser, false);
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                texts.put(name, parser.getText());
            }
            parser.skipChildren();
        }
        return inner == null ? texts : inner;
    }

    private static Optional<String> read(String text) {
        try (JsonParser parser = STRICT.createParser(text)) {
            return walk(parser);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> walk(JsonParser parser) throws IOException {
        Optional<String> type = Optional.empty();
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isNumeric() && !isBounded(parser.getText())) {
                return Optional.empty();
            }
            if (depth == 1
                    && token == JsonToken.VALUE_STRING
                    && parser.currentName().equals("type")) {
                type = Optional.of(parser.getText()).filter(name -> !name.isEmpty());
            }
            parser.finishToken();
        } while (depth > 0);
        return parser.nextToken() == null ? type : Optional.empty();
    }

    private static boolean isBounded(String number) {
        return number.length() <= 100
                && number.replaceFirst("^[^eE]*([eE][+-]?)?", "").length() <= 3;
    }
}
