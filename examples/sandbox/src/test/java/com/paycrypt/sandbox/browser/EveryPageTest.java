package com.paycrypt.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Customer;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.support.Merchant;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * Every page in every state: accessible, in both colour schemes, and no wider than the window.
 * {@code -Devery.screen=true} keeps a picture of each, wide and small.
 */
@Tag("servers")
@ExtendWith(Chromium.Extension.class)
class EveryPageTest {
    private static final String NOWHERE = "http://127.0.0.1:9/hook";
    private static final String LONG_ORDER = "A-VERY-LONG-ORDER-ID-THAT-SOMEBODY-WILL-SURELY-USE-ONE-DAY-0123";

    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private final Chromium chromium;
    private Browser browser;

    EveryPageTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @BeforeEach
    void open() {
        browser = chromium.open(Screen.WIDE, Axe.LOADER);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theCheckoutInEveryState() throws IOException {
        for (Map.Entry<String, UnaryOperator<Customer>> state : states().entrySet()) {
            String session = merchant.createSession(NOWHERE);
            Customer unused = state.getValue().apply(sandbox.customer(session));
            visit("/checkout/" + session);
            openDetails();
            look("checkout-" + state.getKey());
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static Map<String, UnaryOperator<Customer>> states() {
        Map<String, UnaryOperator<Customer>> states = new LinkedHashMap<>();
        states.put("choose", customer -> customer);
        states.put("pay", customer -> customer.chooses(Coin.USDT_ETHEREUM));
        states.put("pay-bitcoin", customer -> customer.chooses(Coin.BTC_BITCOIN));
        states.put("short", customer -> customer.chooses(Coin.USDT_TRON).hasTime(Duration.ofSeconds(100)));
        states.put("underpaid", customer -> customer.chooses(Coin.USDT_TRON).pays("24.50"));
        states.put("pending", customer -> customer.paysUnconfirmed().confirms(1));
        states.put("paid", Customer::pays);
        states.put("overpaid", Customer::paysTwice);
        states.put("failed", Customer::fails);
        states.put("failed-with-money", customer -> customer.paysHalf().fails());
        states.put("cancelled", Customer::cancels);
        states.put("expired", customer -> customer.hasTime(Duration.ZERO));
        states.put("expired-with-money", customer -> customer.paysHalf().hasTime(Duration.ZERO));
        states.put("late", Customer::paysTooLate);
        states.put("stray", Customer::sendsAnotherCoin);
        return states;
    }

    private void openDetails() {
        if (browser.shows(By.id("details-summary"))) {
            browser.click(By.id("details-summary"));
        }
    }

    @Test
    void theCheckoutOfAnOrderOfUnusualForm() throws IOException {
        String session = Merchant.json(
                        merchant.create(Merchant.order(LONG_ORDER).put("amount", "123456789012.34")))
                .path("id")
                .asText();
        visit("/checkout/" + session);
        look("checkout-long");
        sandbox.customer(session).chooses(Coin.ETH_ARBITRUM);
        visit("/checkout/" + session);
        look("checkout-long-pay");
    }

    @Test
    void theCheckoutThatSaysNo() throws IOException {
        visit("/checkout/ps_000000000000");
        look("checkout-unknown");

        String session = merchant.createSession(NOWHERE);
        visit("/checkout/" + session);
        sandbox.customer(session).fails();
        browser.run("document.getElementById('pay').click()");
        browser.awaitText(By.className("notice"), "Nothing was changed");
        look("checkout-conflict");
    }

    @Test
    void theEmptyConsole() throws IOException {
        visit("/");
        look("console-empty");
        visit("/explain");
        look("console-explain");
    }

    @Test
    void theConsoleWithEverythingOnIt() throws IOException {
        for (int n = 0; n < 30; n++) {
            merchant.create(Merchant.order("ORD-" + n));
        }
        merchant.create(Merchant.order(LONG_ORDER));
        String session = merchant.createSession(NOWHERE);
        sandbox.customer(session).paysHalf().pays();
        sandbox.webhooks().await();
        String elsewhere = merchant.createSession("https://a-shop-with-a-very-long-name.merchant.example/hook");
        sandbox.customer(elsewhere).pays();
        String unsent = sandbox.webhooks().await(elsewhere).id();
        merchant.send(merchant.signed("1", new byte[0], "x"));
        sandbox.rules().add(Rule.of(Fault.UNAVAILABLE).type("retrieve").times(3));
        sandbox.rules().add(Rule.of(Fault.TWICE).session(session).lasting(Duration.ofHours(1)));
        sandbox.dialect(Dialect.NEWER);

        visit("/?session=" + session);
        look("console");
        visit("/deliveries/d1");
        look("console-delivery");
        visit("/deliveries/" + unsent);
        look("console-unsent");
        visit("/rejected/r1");
        look("console-rejected");
    }

    @Test
    void anExplanation() throws IOException {
        visit("/explain");
        browser.type(
                By.id("headers"),
                "X-Paycrypt-Key: sandbox_key\nX-Paycrypt-Timestamp: 1723650000\n" + "X-Paycrypt-Signature: "
                        + "ab".repeat(32));
        browser.type(By.id("body"), "{\"type\":\"payment.confirmed\",\"id\":\"evt_1\",\"data\":{}}");
        browser.click(By.id("explain"));
        browser.awaitText(By.id("explanation"), "What is wrong with it");
        look("console-explanation");
    }

    private void visit(String path) {
        browser.become(Screen.WIDE);
        browser.goTo(sandbox.baseUrl() + path);
    }

    /** The page as it is shown now: on each screen it fits, and in each colour scheme it is accessible. */
    private void look(String name) throws IOException {
        browser.picture(name);
        assertThat(browser.accessibilityFaults()).as(name).isEqualTo(List.of());
        assertFits(name);
        for (Screen small : List.of(Screen.PHONE, Screen.SMALLEST_DARK)) {
            browser.become(small);
            browser.picture(name);
            assertFits(name + " on " + small);
        }
        assertThat(browser.visualFaults()).as("%s, dark and small", name).isEqualTo(List.of());
    }

    private void assertFits(String page) {
        assertThat(browser.run("return [document.documentElement, ...document.querySelectorAll('body *')]"
                        + ".filter(e => e.getBoundingClientRect().right > window.innerWidth + 1"
                        + " || e === document.documentElement && e.scrollWidth > window.innerWidth)"
                        + ".map(e => e.outerHTML.slice(0, 200))"))
                .as("what is wider than the window of %s", page)
                .isEqualTo(List.of());
    }
}
