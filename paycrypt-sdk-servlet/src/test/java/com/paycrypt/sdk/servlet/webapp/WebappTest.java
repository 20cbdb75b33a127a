package com.paycrypt.sdk.servlet.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web application of this package, in Tomcat: the other containers here are embedded without descriptors. */
@Tag("tomcat")
class WebappTest {
    private final Delivery genuine = Delivery.of(
            "{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ORD-123\",\"amount\":\"49.00\","
                    + "\"currency\":\"USD\",\"nonce\":\"" + UUID.randomUUID() + "\"}}",
            Credentials.of("pk_test_1", "sk_test_1"),
            Clock.systemUTC());

    private final Webapp shop;

    WebappTest(@TempDir Path directory) throws Exception {
        shop = new Webapp(directory);
    }

    @AfterEach
    void stop() throws Exception {
        shop.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/paycrypt/webhook", "/annotated/filtered"})
    void aFilterOfTheDescriptorOrAnAnnotationGuardsTheShopsServlet(String path) {
        assertThat(Wire.HTTP_1_1
                        .send(genuine.with(Delivery.KEY, "pk_test_2"), shop.url(path))
                        .status())
                .isEqualTo(401);
        assertThat(Wire.HTTP_1_1.send(genuine, shop.url(path)).body()).isEqualTo("shipped");
    }

    @Test
    void aServletOfAnAnnotationTakesWhatIsTrue() {
        assertThat(Wire.HTTP_1_1
                        .send(genuine.with(Delivery.KEY, "pk_test_2"), shop.url("/annotated/ready"))
                        .status())
                .isEqualTo(401);
        assertThat(Wire.HTTP_1_1.send(genuine, shop.url("/annotated/ready")).body())
                .isEqualTo("{\"ok\":true}");
    }
}
