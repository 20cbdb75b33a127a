package com.paycrypt.examples.doctor;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Receivers that are wrong about headers. */
final class HeaderFaults {
    private HeaderFaults() {}

    static final class NoTimeWindow extends HandWritten {
        NoTimeWindow(TestShop shop) {
            super(shop);
        }

        @Override
        boolean inWindow(long timestamp, long now) {
            return true;
        }
    }

    static final class PastOnlyWindow extends HandWritten {
        PastOnlyWindow(TestShop shop) {
            super(shop);
        }

        @Override
        boolean inWindow(long timestamp, long now) {
            return now - timestamp <= 300;
        }
    }

    static final class FutureOnlyWindow extends HandWritten {
        FutureOnlyWindow(TestShop shop) {
            super(shop);
        }

        @Override
        boolean inWindow(long timestamp, long now) {
            return timestamp - now <= 300;
        }
    }

    /** {@code Math.abs(Long.MIN_VALUE)} is negative. */
    static final class AbsOverflow extends HandWritten {
        AbsOverflow(TestShop shop) {
            super(shop);
        }

        @Override
        void checkTime(HttpExchange exchange) {
            if (!timestamp(exchange).matches("-?[1-9][0-9]*") || Math.abs(signatures.now() - number(exchange)) > 300) {
                throw new Rejected(400);
            }
        }

        private long number(HttpExchange exchange) {
            try {
                return Long.parseLong(timestamp(exchange));
            } catch (NumberFormatException e) {
                throw new Rejected(400);
            }
        }
    }

    /** A number is compared with an int: 2^32 s ahead is now. */
    static final class IntOverflow extends HandWritten {
        IntOverflow(TestShop shop) {
            super(shop);
        }

        @Override
        boolean inWindow(long timestamp, long now) {
            return Math.abs((int) (now - timestamp)) <= 300;
        }
    }

    /** Verifies what it parsed, not what was sent: +N and 0N pass. */
    static final class NumberForText extends HandWritten {
        NumberForText(TestShop shop) {
            super(shop);
        }

        @Override
        void checkTime(HttpExchange exchange) {
            if (!timestamp(exchange).matches("[+]?[0-9]{1,12}")
                    || !inWindow(Long.parseLong(timestamp(exchange)), signatures.now())) {
                throw new Rejected(400);
            }
        }

        @Override
        String signedTimestamp(HttpExchange exchange) {
            return Long.toString(Long.parseLong(timestamp(exchange)));
        }
    }

    static final class TimestampCrash extends HandWritten {
        TimestampCrash(TestShop shop) {
            super(shop);
        }

        @Override
        void checkTime(HttpExchange exchange) {
            if (!inWindow(Long.parseLong(timestamp(exchange)), signatures.now())) {
                throw new Rejected(400);
            }
        }
    }

    static final class TakesMilliseconds extends HandWritten {
        TakesMilliseconds(TestShop shop) {
            super(shop);
        }

        @Override
        boolean inWindow(long timestamp, long now) {
            return super.inWindow(timestamp, now) || super.inWindow(timestamp / 1000, now);
        }

        @Override
        void checkTime(HttpExchange exchange) {
            if (!timestamp(exchange).matches("[1-9][0-9]{0,14}")
                    || !inWindow(Long.parseLong(timestamp(exchange)), signatures.now())) {
                throw new Rejected(400);
            }
        }
    }

    static final class CaseInsensitiveHex extends HandWritten {
        CaseInsensitiveHex(TestShop shop) {
            super(shop);
        }

        @Override
        String signature(HttpExchange exchange) {
            return super.signature(exchange).toLowerCase(Locale.ROOT);
        }
    }

    static final class FirstHeader extends HandWritten {
        FirstHeader(TestShop shop) {
            super(shop);
        }

        @Override
        String header(HttpExchange exchange, String name, int status) {
            String first = exchange.getRequestHeaders().getFirst(name);
            return first == null ? super.header(exchange, name, status) : first;
        }
    }

    static final class LastHeader extends HandWritten {
        LastHeader(TestShop shop) {
            super(shop);
        }

        @Override
        String header(HttpExchange exchange, String name, int status) {
            List<String> values = exchange.getRequestHeaders().get(name);
            return values == null ? super.header(exchange, name, status) : values.get(values.size() - 1);
        }
    }

    static final class IgnoresKey extends HandWritten {
        IgnoresKey(TestShop shop) {
            super(shop);
        }

        @Override
        void checkKey(HttpExchange exchange) {}
    }

    /** Verifies a signature only if there is one. */
    static final class UnsignedIsFine extends HandWritten {
        UnsignedIsFine(TestShop shop) {
            super(shop);
        }

        @Override
        Answer stages(HttpExchange exchange) throws IOException {
            if (exchange.getRequestHeaders().getFirst(Delivery.SIGNATURE) != null) {
                return super.stages(exchange);
            }
            checkMethod(exchange);
            handle(parse(readBody(exchange)));
            return Answer.of(200);
        }
    }

    static final class NoSignatureCheck extends HandWritten {
        NoSignatureCheck(TestShop shop) {
            super(shop);
        }

        @Override
        boolean isEqual(String expected, String signature) {
            return true;
        }
    }

    static final class PrefixComparison extends HandWritten {
        PrefixComparison(TestShop shop) {
            super(shop);
        }

        @Override
        void checkForm(HttpExchange exchange) {}

        @Override
        boolean isEqual(String expected, String signature) {
            return expected.startsWith(signature);
        }
    }

    static final class HexCrash extends HandWritten {
        HexCrash(TestShop shop) {
            super(shop);
        }

        @Override
        void checkForm(HttpExchange exchange) {
            if (HexFormat.of().parseHex(signature(exchange)).length != 32) {
                throw new Rejected(401);
            }
        }
    }

    static final class SignatureBeforeTime extends HandWritten {
        SignatureBeforeTime(TestShop shop) {
            super(shop);
        }

        @Override
        Answer stages(HttpExchange exchange) throws IOException {
            checkMethod(exchange);
            checkKey(exchange);
            checkForm(exchange);
            byte[] body = readBody(exchange);
            checkSignature(exchange, body);
            checkTime(exchange);
            return claim(exchange, parse(body));
        }
    }

    static final class TimeBeforeKey extends HandWritten {
        TimeBeforeKey(TestShop shop) {
            super(shop);
        }

        @Override
        void checkMethod(HttpExchange exchange) {
            super.checkMethod(exchange);
            checkTime(exchange);
        }
    }

    static final class AcceptsGet extends HandWritten {
        AcceptsGet(TestShop shop) {
            super(shop);
        }

        @Override
        void checkMethod(HttpExchange exchange) {}

        @Override
        byte[] readBody(HttpExchange exchange) throws IOException {
            return exchange.getRequestMethod().equals("GET") ? new byte[0] : super.readBody(exchange);
        }

        @Override
        Answer stages(HttpExchange exchange) throws IOException {
            if (!exchange.getRequestMethod().equals("GET")) {
                return super.stages(exchange);
            }
            checkSignature(exchange, readBody(exchange));
            return Answer.of(200);
        }
    }
}
