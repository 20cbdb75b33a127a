package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Receivers that are wrong about bodies, of requests and of responses. */
final class BodyFaults {
    private BodyFaults() {}

    static final class Reserialised extends HandWritten {
        Reserialised(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] signedBytes(byte[] body) {
            try {
                return json.writeValueAsBytes(json.readTree(body));
            } catch (IOException e) {
                return body;
            }
        }
    }

    static final class Trimmed extends HandWritten {
        Trimmed(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] signedBytes(byte[] body) {
            return new String(body, ISO_8859_1).strip().getBytes(ISO_8859_1);
        }
    }

    /** Every invalid byte becomes U+FFFD. */
    static final class DecodedToText extends HandWritten {
        DecodedToText(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] signedBytes(byte[] body) {
            return new String(body, UTF_8).getBytes(UTF_8);
        }
    }

    static final class DecodedAsLatin extends HandWritten {
        DecodedAsLatin(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] signedBytes(byte[] body) {
            return new String(body, ISO_8859_1).getBytes(UTF_8);
        }
    }

    static final class NoLimit extends HandWritten {
        NoLimit(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] readBody(HttpExchange exchange) throws IOException {
            return exchange.getRequestBody().readAllBytes();
        }
    }

    /** Believes the length that is declared, and has no limit where none is. */
    static final class DeclaredLimitOnly extends HandWritten {
        DeclaredLimitOnly(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] readBody(HttpExchange exchange) throws IOException {
            return exchange.getRequestHeaders().getFirst("Content-Length") == null
                    ? exchange.getRequestBody().readAllBytes()
                    : super.readBody(exchange);
        }
    }

    static final class SmallLimit extends HandWritten {
        SmallLimit(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] readBody(HttpExchange exchange) throws IOException {
            byte[] body = super.readBody(exchange);
            if (body.length > 64 << 10) {
                throw new Rejected(413);
            }
            return body;
        }
    }

    static final class NeedsLength extends HandWritten {
        NeedsLength(TestShop shop) {
            super(shop);
        }

        @Override
        byte[] readBody(HttpExchange exchange) throws IOException {
            return exchange.getRequestHeaders().getFirst("Content-Length") == null
                    ? new byte[0]
                    : super.readBody(exchange);
        }
    }

    static final class ParsesFirst extends HandWritten {
        ParsesFirst(TestShop shop) {
            super(shop);
        }

        @Override
        void checkSignature(HttpExchange exchange, byte[] body) {
            parse(body);
            super.checkSignature(exchange, body);
        }
    }

    static final class CrashesOnGarbage extends HandWritten {
        CrashesOnGarbage(TestShop shop) {
            super(shop);
        }

        @Override
        JsonNode parse(byte[] body) {
            try {
                return json.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static final class ShowsStackTrace extends HandWritten {
        ShowsStackTrace(TestShop shop) {
            super(shop);
        }

        @Override
        JsonNode parse(byte[] body) {
            try {
                return json.readTree(body);
            } catch (IOException e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                throw new Rejected(Answer.of(400, trace.toString()));
            }
        }
    }

    static final class ShowsException extends HandWritten {
        ShowsException(TestShop shop) {
            super(shop);
        }

        @Override
        JsonNode parse(byte[] body) {
            try {
                return json.readTree(body);
            } catch (IOException e) {
                throw new Rejected(
                        Answer.of(400, "{\"message\":\"" + e.getClass().getName() + "\"}"));
            }
        }
    }

    static final class ShowsSignature extends HandWritten {
        ShowsSignature(TestShop shop) {
            super(shop);
        }

        @Override
        Answer unauthorized(String expected) {
            return Answer.of(401, "{\"error\":\"bad signature\",\"expected\":\"" + expected + "\"}");
        }
    }
}
