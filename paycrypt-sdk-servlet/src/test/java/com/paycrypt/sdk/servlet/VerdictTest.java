package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.util.Locale;
import java.util.UUID;
import okhttp3.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The filter before the shop's servlet, and the ready servlet, against everything that may be sent. */
@Tag("container")
@ParameterizedClass
@EnumSource(Wire.class)
class VerdictTest {
    private static final String FILTERED = "/filtered";
    private static final String READY = "/ready";

    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final Wire wire;
    private final String order = UUID.randomUUID().toString();
    private final Delivery genuine = Deployment.delivery(order);

    VerdictTest(Wire wire) {
        this.wire = wire;
    }

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        WebhookReceiver receiver = WebhookReceiver.builder(Deployment.CREDENTIALS)
                .maxBodySize(Deployment.LIMIT)
                .handler(event -> shop.reach(event.payment().orderId().orElseThrow()))
                .build();
        return shop.filter(FILTERED)
                .code(FILTERED, (request, response) -> shop.reach(request))
                .servlet(READY, new PayCryptWebhookServlet(receiver));
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void whatIsFalseIsRejectedBeforeTheShopsServlet(Attack attack) {
        rejects(attack, FILTERED);
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void whatIsFalseIsRejectedByTheReadyServlet(Attack attack) {
        rejects(attack, READY);
    }

    private void rejects(Attack attack, String path) {
        Answer answer = wire.send(attack.on(genuine), SHOP.url(path));

        assertThat(answer.status()).isEqualTo(attack.status());
        assertThat(answer.body()).isEqualTo(attack.answer());
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Allow")).isEqualTo(attack.status() == 405 ? "POST" : null);
        assertThat(SHOP.timesReached(order)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void aRejectionLeavesTheGenuineDeliveryFree(Attack attack) {
        wire.send(attack.on(genuine), SHOP.url(FILTERED));

        assertThat(wire.send(genuine, SHOP.url(FILTERED)).status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void whatIsTrueReachesTheShopsServletWhichAnswersAsItLikes() {
        Answer answer = wire.send(genuine, SHOP.url(FILTERED));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void whatIsTrueReachesTheHandlerOfTheReadyServlet() {
        Answer answer = wire.send(genuine, SHOP.url(READY));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ok\":true}");
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void aBodyWithoutADeclaredLengthIsAsGoodAsOneWith() {
        assertThat(wire.send(genuine.chunked(), SHOP.url(FILTERED)).status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void aBodyOfExactlyTheLimitPasses() {
        String padding = " ".repeat(Deployment.LIMIT - genuine.body().length);
        Delivery largest = Delivery.of(padding + genuine.text(), Deployment.CREDENTIALS, java.time.Clock.systemUTC());

        assertThat(wire.send(largest, SHOP.url(FILTERED)).status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void theNamesOfHeadersAreAcceptedInAnyCase() {
        Delivery lowerCase = genuine;
        for (String name : new String[] {Delivery.KEY, Delivery.TIMESTAMP, Delivery.SIGNATURE}) {
            lowerCase = lowerCase.without(name).adding(name.toLowerCase(Locale.ROOT), genuine.header(name));
        }

        assertThat(wire.send(lowerCase, SHOP.url(FILTERED)).status()).isEqualTo(200);
    }

    @Test
    void theDeliveryCameByTheProtocolThatIsTested() {
        Protocol protocol = wire.send(genuine, SHOP.url(FILTERED)).protocol();

        assertThat(protocol).isEqualTo(wire == Wire.HTTP_1_1 ? Protocol.HTTP_1_1 : Protocol.H2_PRIOR_KNOWLEDGE);
    }
}
