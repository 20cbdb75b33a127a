package com.paycrypt.examples.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Receivers that are wrong about what they do with a genuine delivery, and what they answer. */
final class HandlingFaults {
    private HandlingFaults() {}

    static final class NoReplayGuard extends HandWritten {
        NoReplayGuard(TestShop shop) {
            super(shop);
        }

        @Override
        Answer claim(HttpExchange exchange, JsonNode event) {
            handle(event);
            return Answer.of(200);
        }
    }

    /** Looks first and remembers last: two copies at once both pass. */
    static final class CheckThenAct extends HandWritten {
        private final CountDownLatch two = new CountDownLatch(2);

        CheckThenAct(TestShop shop) {
            super(shop);
        }

        @Override
        Answer claim(HttpExchange exchange, JsonNode event) {
            if (!seen.contains(signature(exchange))) {
                if (Payment.read(event).sessionId().contains("concurrent")) {
                    two.countDown();
                    await(two);
                }
                handle(event);
                seen.add(signature(exchange));
            }
            return Answer.of(200);
        }
    }

    static final class DuplicateIsAnError extends HandWritten {
        DuplicateIsAnError(TestShop shop) {
            super(shop);
        }

        @Override
        Answer claim(HttpExchange exchange, JsonNode event) {
            if (!seen.add(signature(exchange))) {
                throw new IllegalStateException("unique index violated");
            }
            handle(event);
            return Answer.of(200);
        }
    }

    static final class KnowsEventsById extends HandWritten {
        KnowsEventsById(TestShop shop) {
            super(shop);
        }

        @Override
        Answer claim(HttpExchange exchange, JsonNode event) {
            if (seen.add(event.path("id").asText())) {
                handle(event);
            }
            return Answer.of(200);
        }
    }

    static final class Redirects extends HandWritten {
        Redirects(TestShop shop) {
            super(shop);
        }

        @Override
        public Answer receive(HttpExchange exchange) throws IOException {
            return exchange.getRequestURI().getPath().endsWith("/")
                    ? super.receive(exchange)
                    : new Answer(301, Map.of("Location", "/webhook/"), "");
        }
    }

    static final class CsrfCheck extends HandWritten {
        CsrfCheck(TestShop shop) {
            super(shop);
        }

        @Override
        public Answer receive(HttpExchange exchange) throws IOException {
            return exchange.getRequestHeaders().containsKey("X-CSRF-Token")
                    ? super.receive(exchange)
                    : Answer.of(403, "<h1>Forbidden</h1>");
        }
    }

    static final class NeedsLogin extends HandWritten {
        NeedsLogin(TestShop shop) {
            super(shop);
        }

        @Override
        public Answer receive(HttpExchange exchange) throws IOException {
            return exchange.getRequestHeaders().containsKey("Authorization")
                    ? super.receive(exchange)
                    : new Answer(401, Map.of("WWW-Authenticate", "Basic realm=\"shop\""), "");
        }
    }

    /** Handles what takes for ever before it answers. */
    static final class AnswersLate extends HandWritten {
        private final CountDownLatch over = new CountDownLatch(1);

        AnswersLate(TestShop shop) {
            super(shop);
        }

        @Override
        void handle(JsonNode event) {
            super.handle(event);
            await(over);
        }

        @Override
        public void end() {
            over.countDown();
        }
    }

    /** Answers, and does the work while the doctor waits. */
    static class AnswersFirst extends HandWritten {
        private final Queue<JsonNode> waiting = new ConcurrentLinkedQueue<>();

        AnswersFirst(TestShop shop) {
            super(shop);
        }

        @Override
        void handle(JsonNode event) {
            waiting.add(event);
        }

        @Override
        public void timePasses() {
            for (JsonNode event = waiting.poll(); event != null; event = waiting.poll()) {
                super.handle(event);
            }
        }
    }

    /** Knows the newer servers alone, and hides that it does not know the others. */
    static final class SwallowsFailures extends HandWritten {
        SwallowsFailures(TestShop shop) {
            super(shop);
        }

        @Override
        void handle(JsonNode event) {
            try {
                shop.handle(Payment.nested(event, event.required("data").required("object")));
            } catch (IllegalArgumentException e) {
                seen.add("failed " + e.getMessage());
            }
        }
    }

    static final class RejectsUnknownTypes extends HandWritten {
        RejectsUnknownTypes(TestShop shop) {
            super(shop);
        }

        @Override
        void handle(JsonNode event) {
            Payment payment = Payment.read(event);
            if (!payment.isPaid() && !payment.isFailed() && !payment.type().equals(PaymentEvent.PENDING)) {
                throw new Rejected(400);
            }
            super.handle(event);
        }
    }

    static final class ForbiddenForEverything extends HandWritten {
        ForbiddenForEverything(TestShop shop) {
            super(shop);
        }

        @Override
        public Answer receive(HttpExchange exchange) throws IOException {
            Answer answer = super.receive(exchange);
            return answer.status() == 200 ? answer : Answer.of(403);
        }
    }

    static final class OkForEverything extends HandWritten {
        OkForEverything(TestShop shop) {
            super(shop);
        }

        @Override
        public Answer receive(HttpExchange exchange) throws IOException {
            super.receive(exchange);
            return Answer.of(200);
        }
    }

    static final class TrustsAmount extends TestShop {
        @Override
        boolean amountMatches(Payment payment) {
            return true;
        }
    }

    static final class TrustsCurrency extends TestShop {
        @Override
        boolean currencyMatches(Payment payment) {
            return true;
        }
    }

    static final class PaysTwice extends TestShop {
        @Override
        boolean paysAgain() {
            return true;
        }
    }

    static final class Reopens extends TestShop {
        @Override
        boolean reopens() {
            return true;
        }
    }

    static final class PaysWhatIsPending extends TestShop {
        @Override
        boolean pays(Payment payment) {
            return !payment.isFailed();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing came within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
