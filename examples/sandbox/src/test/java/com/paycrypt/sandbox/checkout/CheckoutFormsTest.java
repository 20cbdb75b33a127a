package com.paycrypt.sandbox.checkout;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.State;
import com.paycrypt.sandbox.support.Merchant;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutFormsTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private final String session =
            json(merchant.create(order("ORD-123"))).path("id").asText();
    private final String page = "/checkout/" + session;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pay, paid, completed",
        "fail, failed, failed",
        "cancel, cancelled, failed",
        "detect, pending, pending",
        "underpay, underpaid, pending",
        "overpay, overpaid, completed"
    })
    void aFormLeadsBackToThePageInItsNewState(String form, String state, String status) {
        HttpResponse<String> answer = merchant.submit(page + "/" + form, "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(page);
        assertThat(merchant.get(page).body()).contains("data-state=\"" + state + "\"");
        assertThat(merchant.get(page + "/state").body()).startsWith("{\"state\":\"" + state + "\"");
        assertThat(sandbox.session(session).orElseThrow().state().wireStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay", "fail", "cancel", "overpay"})
    void whatIsSettledStaysSettled(String settling) {
        merchant.submit(page + "/" + settling, "");
        State settled = sandbox.session(session).orElseThrow().state();

        for (String action : List.of("pay", "fail", "cancel", "overpay", "underpay", "detect", "confirm", "expire")) {
            HttpResponse<String> answer = merchant.submit(page + "/" + action, "");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("data-state=\"" + settled.label() + "\"", "role=\"alert\"");
        }
        assertThat(sandbox.session(session).orElseThrow().state()).isEqualTo(settled);
    }

    @Test
    void anExpiredSessionCannotBePaid() {
        sandbox.advance(Duration.ofMinutes(30));

        assertThat(merchant.submit(page + "/pay", "").statusCode()).isEqualTo(409);
        assertThat(merchant.get(page).body()).contains("data-state=\"expired\"", "id=\"return\"");
        assertThatThrownBy(() -> sandbox.customer(session).pays()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSessionCanBePaidUntilItsLastSecond() {
        sandbox.advance(Duration.ofMinutes(30).minusSeconds(5));

        assertThat(merchant.submit(page + "/pay", "").statusCode()).isEqualTo(303);
    }

    @Test
    void aPaymentThatWasSeenInTimeDoesNotExpire() {
        sandbox.customer(session).paysUnconfirmed();
        sandbox.advance(Duration.ofDays(1));

        assertThat(merchant.submit(page + "/pay", "").statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionCanBeMadeToExpire() {
        assertThat(merchant.submit(page + "/expire", "seconds=0").statusCode()).isEqualTo(303);
        assertThat(merchant.get(page).body()).contains("data-state=\"expired\"");
    }

    @ParameterizedTest
    @EnumSource
    void everyCoinHasItsAmountAndAnAddressNoWalletTakes(Coin coin) {
        merchant.submit(page + "/choose", "method=" + coin.label());
        String body = merchant.get(page).body();

        assertThat(body).contains("SANDBOX", coin.network(), "<svg class=\"qr\"");
        assertThat(body)
                .contains(">" + coin.quote(new BigDecimal("49.00"), "USD").toPlainString() + "</output>");
        assertThat(body).containsPattern("id=\"address\">[a-zA-Z0-9]*SANDBOX[0-9a-f]{28}<");
    }

    @Test
    void theCoinCanBeChangedUntilItIsPaid() {
        merchant.submit(page + "/choose", "method=btc-bitcoin");
        assertThat(merchant.get(page + "/choose").body()).contains("value=\"btc-bitcoin\" required checked");
        merchant.submit(page + "/choose", "method=usdc-polygon");
        sandbox.customer(session).pays();
        merchant.submit(page + "/choose", "method=eth-ethereum");

        assertThat(sandbox.session(session).orElseThrow().coin()).isEqualTo(Coin.USDC_POLYGON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "method=", "method=doge", "coin=btc", "method=%zz", "&&&=", "method=btc-bitcoin%00"})
    void aChoiceThatIsNoneIsAskedForAgain(String form) {
        HttpResponse<String> answer = merchant.submit(page + "/choose", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Choose one of the coins", "data-step=\"choose\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aFormPostedFromAnotherSiteIsForbidden(String header, String value) {
        HttpRequest.Builder request = merchant.post(page + "/pay", new byte[0]).header(header, value);

        assertThat(merchant.send(request).statusCode()).isEqualTo(403);
        assertThat(sandbox.session(session).orElseThrow().state()).isEqualTo(State.OPEN);
    }

    @Test
    void aFormPostedFromThePageItselfIsTaken() {
        HttpRequest.Builder request = merchant.post(page + "/pay", new byte[0])
                .header("Origin", sandbox.baseUrl())
                .header("Sec-Fetch-Site", "same-origin");

        assertThat(merchant.send(request).statusCode()).isEqualTo(303);
    }

    @Test
    void pagesCannotBeFramedSniffedOrScripted() {
        var headers = merchant.get(page).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void everythingTheMerchantSaysIsEscaped() {
        String attack = "\"'><script>alert(1)</script>{{id}}";
        var hostile = order(attack).put("currency", "<b>").put("success_url", "https://x.tld/?a=%22&b='");
        hostile.putObject("customer").put("email", attack);
        String id = json(merchant.create(hostile)).path("id").asText();
        sandbox.customer(id).pays();

        for (String path : List.of("/checkout/" + id, "/")) {
            assertThat(merchant.get(path).body())
                    .doesNotContain("<script>alert", "<B>")
                    .contains("&lt;script&gt;", "{{id}}");
        }
    }

    @Test
    void ofFortyPaymentsAtOnceOneHappens() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            Callable<Integer> pay = () -> merchant.submit(page + "/pay", "").statusCode();
            List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(40, pay));
            long accepted = 0;
            for (Future<Integer> answer : answers) {
                accepted += answer.get() == 303 ? 1 : 0;
            }
            assertThat(accepted).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCheckoutThatIsNotThereSaysSo() {
        HttpResponse<String> answer = merchant.get("/checkout/ps_000000000000");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such payment");
        assertThatThrownBy(() -> sandbox.customer("ps_000000000000").pays()).isInstanceOf(NoSuchElementException.class);
    }
}
