package com.paycrypt.sdk.internal.diagnosis;

import com.paycrypt.sdk.internal.json.JsonVariants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What happens to a body between its signing and its verification: each returns how the body may have looked before. */
enum BodyHypothesis {
    LINE_END_ADDED(
            "a line end was added to the body after it was signed",
            "read request.getInputStream() to its end; BufferedReader.lines() and println add line ends") {
        @Override
        Stream<byte[]> before(byte[] body) {
            return Stream.of(without(body, "\n"), without(body, "\r\n"));
        }
    },
    LINE_END_LOST(
            "a line end at the end of the body was lost after it was signed",
            "read request.getInputStream() to its end; do not strip() or trim() the body, nor read it by lines") {
        @Override
        Stream<byte[]> before(byte[] body) {
            return Stream.of(with("", body, "\n"), with("", body, "\r\n"));
        }
    },
    LINE_ENDS_CHANGED(
            "the line ends inside the body were changed after it was signed",
            "read bytes, not lines, and send test bodies with curl --data-binary, not --data") {
        @Override
        Stream<byte[]> before(byte[] body) {
            String text = latin1(body);
            return Stream.of(
                    text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1),
                    text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    },
    BYTE_ORDER_MARK_ADDED(
            "a byte order mark was added before the body after it was signed",
            "write the body as UTF-8 without a byte order mark; editors and PowerShell add one to files") {
        @Override
        Stream<byte[]> before(byte[] body) {
            return latin1(body).startsWith(MARK) ? Stream.of(Arrays.copyOfRange(body, 3, body.length)) : Stream.empty();
        }
    },
    BYTE_ORDER_MARK_LOST(
            "a byte order mark before the body was lost after it was signed",
            "read request.getInputStream(), not a reader that skips the mark; better, have the sender sign without it") {
        @Override
        Stream<byte[]> before(byte[] body) {
            return Stream.of(with(MARK, body, ""));
        }
    },
    JSON_REWRITTEN(
            "the JSON was parsed and written again after it was signed, with other whitespace, order or escapes",
            "verify the bytes as they came, before any @RequestBody object, JsonNode or Map; a filter must not rewrite them") {
        @Override
        Stream<byte[]> before(byte[] body) {
            return JsonVariants.of(body);
        }
    },
    WRONG_CHARSET(
            "the body was decoded with one charset and encoded with another after it was signed",
            "keep the body as byte[]; getReader() and new String(bytes) decode by a default that need not be UTF-8") {
        @Override
        Stream<byte[]> before(byte[] body) {
            String text = new String(body, StandardCharsets.UTF_8);
            return Stream.of(
                    text.getBytes(StandardCharsets.ISO_8859_1),
                    text.getBytes(Charset.forName("windows-1252")),
                    latin1(body).getBytes(StandardCharsets.UTF_8));
        }
    },
    FORM_DECODED(
            "the body was decoded as a form after it was signed",
            "no filter may call getParameter before verification; have the sender send Content-Type: application/json") {
        @Override
        Stream<byte[]> before(byte[] body) {
            String text = latin1(body);
            String encoded = URLEncoder.encode(text, StandardCharsets.ISO_8859_1);
            return Stream.of(encoded, encoded + "=", text.replace(' ', '+'))
                    .map(form -> form.getBytes(StandardCharsets.ISO_8859_1));
        }
    },
    COMPRESSED(
            "the body arrives compressed, but was signed before that",
            "let the server or a proxy decompress it (Content-Encoding: gzip) before it is verified") {
        @Override
        Stream<byte[]> before(byte[] body) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return Stream.of(in.readNBytes(MAX_SIZE));
            } catch (IOException e) {
                return Stream.empty();
            }
        }
    },
    EMPTY(
            "the signature is that of an empty body",
            "the sender signed before it had written the body, or signed another request") {
        @Override
        Stream<byte[]> before(byte[] body) {
            return Stream.of(new byte[0]);
        }
    };

    private static final String MARK = "\u00ef\u00bb\u00bf";
    private static final int MAX_SIZE = 1 << 20;

    private final String cause;
    private final String remedy;

    BodyHypothesis(String cause, String remedy) {
        this.cause = cause;
        this.remedy = remedy;
    }

    /** Returns the bodies that may have been signed. */
    abstract Stream<byte[]> before(byte[] body);

    String cause() {
        return cause;
    }

    String remedy() {
        return remedy;
    }

    private static byte[] without(byte[] body, String end) {
        return latin1(body).endsWith(end) ? Arrays.copyOf(body, body.length - end.length()) : body;
    }

    private static byte[] with(String start, byte[] body, String end) {
        return (start + latin1(body) + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Every byte as one character, so that nothing is lost on the way there and back. */
    private static String latin1(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
