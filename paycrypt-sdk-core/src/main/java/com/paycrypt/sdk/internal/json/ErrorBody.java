package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the body of an error says: the members of a JSON object, as far as it can be read, or the last paragraph of a page. */
public final class ErrorBody {
    private static final int MAX_FIELDS = 50;
    private static final int MAX_PAGE = 16 * 1024;
    private static final int MAX_SENTENCE = 200;
    private static final Pattern ENTITY = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|[0-9]{1,7});");
    private static final Pattern PARAGRAPH = Pattern.compile("(?is)<p[^>]{0,200}>(.*?)</p>");

    private final List<String> fields = new ArrayList<>();
    private @Nullable String code;
    private @Nullable String detail;
    private @Nullable String retryAfter;

    private ErrorBody() {}

    /** Reads a body, whatever it is. */
    public static ErrorBody read(byte[] body) {
        ErrorBody error = new ErrorBody();
        if (body.length > 0 && body[0] == '<') {
            error.detail = lastParagraph(new String(body, 0, Math.min(body.length, MAX_PAGE), StandardCharsets.UTF_8));
            return error;
        }
        try (JsonParser json = Json.read(body)) {
            error.readRoot(json);
        } catch (IOException e) {
            return error;
        }
        return error;
    }

    /** Returns the server's own name of the error. */
    public @Nullable String code() {
        return code;
    }

    /** Returns what the server said beyond the name. */
    public @Nullable String detail() {
        return detail;
    }

    /** Returns the seconds to wait, as they were spelled. */
    public @Nullable String retryAfter() {
        return retryAfter;
    }

    /** Returns the fields of the request that are missing or wrong. */
    public List<String> fields() {
        return fields;
    }

    /** Some servers put the one useful sentence there; a long text is no such sentence. */
    private static @Nullable String lastParagraph(String page) {
        String last = "";
        for (Matcher paragraph = PARAGRAPH.matcher(page); paragraph.find(); ) {
            last = paragraph.group(1);
        }
        String text = ENTITY.matcher(last.replaceAll("<[^>]*>", ""))
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty() || text.length() > MAX_SENTENCE ? null : text;
    }

    private static String character(String number) {
        int radix = number.startsWith("x") ? 16 : 10;
        int code = Integer.parseInt(radix == 16 ? number.substring(1) : number, radix);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    private void readRoot(JsonParser json) throws IOException {
        if (json.nextToken() == JsonToken.START_OBJECT) {
            readObject(json);
        }
    }

    private void readObject(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            readMember(name, json);
        }
    }

    private void readMember(String name, JsonParser json) throws IOException {
        switch (name) {
            case "error" -> readError(json);
            case "code" -> code = or(code, Json.scalar(json));
            case "detail", "message" -> detail = or(detail, Json.scalar(json));
            case "retry_after" -> retryAfter = or(retryAfter, Json.scalar(json));
            case "fields" -> readFields(json);
            default -> json.skipChildren();
        }
    }

    private void readError(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            readObject(json);
        } else {
            code = or(code, Json.scalar(json));
        }
    }

    /** A list of names, or an object whose names they are. */
    private void readFields(JsonParser json) throws IOException {
        if (!json.isExpectedStartArrayToken() && !json.isExpectedStartObjectToken()) {
            addField(Json.scalar(json));
            return;
        }
        JsonToken token = json.nextToken();
        while (token != null && !token.isStructEnd()) {
            addField(token == JsonToken.FIELD_NAME ? json.currentName() : Json.scalar(json));
            token = nextMember(json, token);
        }
    }

    private static @Nullable JsonToken nextMember(JsonParser json, JsonToken read) throws IOException {
        if (read == JsonToken.FIELD_NAME) {
            json.nextToken();
            json.skipChildren();
        }
        return json.nextToken();
    }

    private void addField(@Nullable String name) {
        if (name != null && fields.size() < MAX_FIELDS) {
            fields.add(name);
        }
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
