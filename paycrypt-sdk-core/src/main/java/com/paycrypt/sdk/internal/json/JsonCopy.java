package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Copies a document into its shortest spelling: numbers digit by digit, {@code NaN} (which is no JSON) as null. */
public final class JsonCopy {
    private JsonCopy() {}

    public static String compact(byte[] json) {
        return new String(Json.write(out -> copy(json, out)), StandardCharsets.UTF_8);
    }

    private static void copy(byte[] json, JsonGenerator out) throws IOException {
        try (JsonParser in = Json.read(json)) {
            while (in.nextToken() != null) {
                copyToken(in, out);
            }
        }
    }

    private static void copyToken(JsonParser in, JsonGenerator out) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            out.copyCurrentEvent(in);
        } else if (in.isNaN()) {
            out.writeNull();
        } else {
            out.writeNumber(in.getText());
        }
    }
}
