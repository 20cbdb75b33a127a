package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application renders with the Jackson of its Boot; free-form data is bound by the SDK's own Jackson 2 beside it. */
@Tag("alone")
@Tag("jackson-2")
class JsonTest {
    private static final String SESSION =
            "{\"id\":\"ps_1\",\"status\":\"created\",\"checkout_url\":\"https://pay.example/c\",\"expires_at\":1723650000,\"new\":{\"list\":[1]}}";

    @Test
    void eachJacksonDoesItsOwnPart() throws Exception {
        try (Shop shop = Shop.start(Application.class)) {
            assertThat(shop.deliver(Shop.paid()).body())
                    .isEqualTo("{\"order\":\"ORD-123\",\"renderedBy\":\"" + Cell.JSON + "\"}");
        }
    }

    @Test
    void whatTheSdkDoesNotKnowIsReadByJackson2() {
        PaymentSession session = PaymentSession.fromJson(SESSION.getBytes(StandardCharsets.UTF_8));

        assertThat(session.additional()).isEqualTo(Map.of("new", Map.of("list", List.of(1))));
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Application {}

    @RestController
    static class Controller {
        @PostMapping("/api/paycrypt/webhook")
        Page paid(WebhookEvent event) {
            return new Page(event.dataAs(Data.class).object().orderId());
        }
    }

    record Data(Payment object) {}

    /** Jackson 3 does not know this annotation, and would find no {@code orderId} in the event. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Payment(String orderId) {}

    /** Tells who renders it, by looking at who asks. */
    static final class Page {
        private static final Pattern JACKSON = Pattern.compile("(tools|com\\.fasterxml)\\.jackson(?=\\.)");

        private final String order;

        Page(String order) {
            this.order = order;
        }

        public String getOrder() {
            return order;
        }

        public String getRenderedBy() {
            return StackWalker.getInstance().walk(Page::jackson);
        }

        private static String jackson(Stream<StackWalker.StackFrame> frames) {
            return frames.flatMap(frame -> JACKSON.matcher(frame.getClassName()).results())
                    .map(MatchResult::group)
                    .findFirst()
                    .orElse("nobody");
        }
    }
}
