package com.paycrypt.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Customer;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.support.Merchant;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@Tag("servers")
class CheckoutDetailsTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private final String session = merchant.createSession("http://127.0.0.1:9/hook");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "PHONE_WITHOUT_SCRIPT"})
    void theWholeJobIsDoneByKeyboard(Screen screen) {
        try (Browser browser = Browser.open(screen)) {
            browser.goTo(checkout());
            browser.type(Keys.TAB);
            browser.type(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
            browser.type(Keys.TAB, Keys.ENTER);
            assertThat(browser.textOf(By.id("address"))).startsWith("TSANDBOX");

            browser.tabTo("pay");
            browser.type(Keys.ENTER);
            browser.awaitState("paid");
            browser.tabTo("return");
        }
        assertThat(sandbox.session(session).orElseThrow().coin()).isEqualTo(Coin.USDT_TRON);
    }

    @Test
    void thePageTurnsByItselfWhenTheTimeIsUp() throws IOException {
        try (Browser browser = Browser.open(Screen.PHONE)) {
            browser.goTo(checkout());
            sandbox.customer(session).hasTime(Duration.ofSeconds(90));
            browser.awaitText(By.id("countdown"), "01:2");
            assertThat(browser.attribute(By.id("countdown"), "class")).contains("short");

            sandbox.advance(Duration.ofSeconds(90));
            browser.awaitState("expired");
            browser.picture("expired");
            assertThat(browser.shows(By.id("pay"))).isFalse();
            assertThat(browser.hidden(By.id("live"))).startsWith("Time is up.");
        }
    }

    @Test
    void whatChangesIsPutInPlaceAndToldWithoutLosingTheFocus() {
        merchant.submit("/checkout/" + session + "/choose", "method=usdt-tron");
        try (Browser browser = Browser.open(Screen.WIDE)) {
            browser.goTo(checkout());
            browser.click(By.id("details-summary"));
            browser.run("window.sameDocument = true; document.getElementById('copy-address').focus()");
            sandbox.customer(session).pays("24.50");
            browser.awaitState("underpaid");

            assertThat(browser.textOf(By.id("coin-amount"))).isEqualTo("24.500000");
            assertThat(browser.hidden(By.id("live")))
                    .isEqualTo("Part of the amount is missing."
                            + " 24.500000 USDT of 49.000000 USDT came in. Send the rest before the time is up.");
            assertThat(browser.focused()).isEqualTo("copy-address");
            assertThat(browser.run("return window.sameDocument && document.getElementById('details').open"))
                    .isEqualTo(true);

            sandbox.customer(session).paysUnconfirmed();
            browser.awaitState("pending");
            browser.awaitText(By.id("confirmations"), "0 of 19 confirmations");
            sandbox.customer(session).confirms(7);
            browser.awaitText(By.id("confirmations"), "7 of 19 confirmations");
            sandbox.customer(session).pays();
            browser.awaitState("paid");
            assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
            assertThat(browser.focused()).isEqualTo("headline");
        }
    }

    @Test
    void aChoiceThatIsBeingMadeStays() {
        try (Browser browser = Browser.open(Screen.WIDE)) {
            browser.goTo(checkout());
            browser.click(By.id("coin-usdc-polygon"));
            sandbox.customer(session).hasTime(Duration.ofMinutes(9));
            browser.awaitText(By.id("countdown"), "08:5");

            assertThat(browser.run("return document.getElementById('coin-usdc-polygon').checked"))
                    .isEqualTo(true);
        }
    }

    @Test
    void aLostConnectionIsSaidAndTheClockDoesNotRunOn() throws IOException {
        try (Browser browser = Browser.open(Screen.PHONE)) {
            browser.goTo(checkout());
            assertThat(browser.shows(By.id("offline"))).isFalse();
            sandbox.close();

            assertThat(browser.textOf(By.id("offline"))).startsWith("Connection lost.");
            String stopped = browser.textOf(By.id("countdown"));
            browser.picture("connection-lost");
            browser.awaitSeconds(2);
            assertThat(browser.textOf(By.id("countdown"))).isEqualTo(stopped);
        }
    }

    @Test
    void theTimeIsToldQuietlyAtOneMinuteAndNotInBetween() {
        try (Browser browser = Browser.open(Screen.WIDE)) {
            browser.goTo(checkout());
            sandbox.customer(session).hasTime(Duration.ofSeconds(63));
            browser.awaitText(By.id("countdown"), "01:0");
            assertThat(browser.hidden(By.id("live"))).isEmpty();
            browser.awaitHidden(By.id("live"), "1 minute left");
        }
    }

    @Test
    void theAddressIsCopiedWithOneClickAndTheButtonComesBackAfterTwo() {
        merchant.submit("/checkout/" + session + "/choose", "method=btc-bitcoin");
        try (Browser browser = Browser.open(Screen.WIDE)) {
            browser.goTo(checkout());
            String address = browser.textOf(By.id("address"));
            browser.click(By.id("copy-address"));
            browser.awaitText(By.id("copy-address"), "Copied");
            browser.click(By.id("copy-address"));
            assertThat(browser.clipboard()).isEqualTo(address);

            browser.awaitText(By.id("copy-address"), "Copy");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "WIDE_DARK", "PHONE", "SMALLEST"})
    void everyStateIsAccessibleAndFitsTheScreen(Screen screen) throws IOException {
        try (Browser browser = Browser.open(screen)) {
            for (Map.Entry<String, Consumer<Customer>> state : states().entrySet()) {
                String id = merchant.createSession("http://127.0.0.1:9/hook");
                state.getValue().accept(sandbox.customer(id));
                assertGood(browser, sandbox.baseUrl() + "/checkout/" + id);
                browser.picture("state-" + state.getKey());
            }
            assertGood(browser, sandbox.baseUrl() + "/checkout/ps_000000000000");
            browser.picture("state-unknown");
            assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
        }
    }

    private static Map<String, Consumer<Customer>> states() {
        Map<String, Consumer<Customer>> states = new LinkedHashMap<>();
        states.put("choose", customer -> {});
        states.put("pay", customer -> customer.chooses(Coin.USDT_ETHEREUM));
        states.put("underpaid", customer -> customer.chooses(Coin.USDT_TRON).pays("24.50"));
        states.put("pending", customer -> customer.paysUnconfirmed().confirms(1));
        states.put("paid", Customer::pays);
        states.put("overpaid", Customer::paysTwice);
        states.put("failed", Customer::fails);
        states.put("failed-with-money", customer -> customer.paysHalf().fails());
        states.put("cancelled", Customer::cancels);
        states.put("expired", customer -> customer.hasTime(Duration.ZERO));
        states.put("late", Customer::paysTooLate);
        states.put("stray", Customer::sendsAnotherCoin);
        return states;
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "WIDE_DARK", "PHONE", "SMALLEST"})
    void theConsoleIsAccessibleAndFitsTheScreen(Screen screen) throws IOException {
        merchant.create(Merchant.order("A-VERY-LONG-ORDER-ID-THAT-SOMEBODY-WILL-SURELY-USE-ONE-DAY-0123"));
        sandbox.customer(session).paysHalf().pays();
        sandbox.webhooks().await();
        sandbox.rules().add(Rule.of(Fault.UNAVAILABLE).type("retrieve").times(3));
        merchant.send(merchant.signed("1", new byte[0], "x"));
        String elsewhere = merchant.createSession("https://a-shop-with-a-very-long-name.merchant.example/hook");
        sandbox.customer(elsewhere).pays();
        String unsent = sandbox.webhooks().await(elsewhere).id();
        try (Browser browser = Browser.open(screen)) {
            assertGood(browser, sandbox.baseUrl() + "/?session=" + session);
            browser.picture("console");
            assertGood(browser, sandbox.baseUrl() + "/deliveries/d1");
            browser.picture("console-delivery");
            assertGood(browser, sandbox.baseUrl() + "/deliveries/" + unsent);
            browser.picture("console-unsent");
            assertGood(browser, sandbox.baseUrl() + "/rejected/r1");
            browser.picture("console-rejected");
            assertGood(browser, sandbox.baseUrl() + "/explain");
            browser.picture("console-explain");
        }
    }

    @Test
    void theConsoleShowsWhatHappensByItself() {
        try (Browser browser = Browser.open(Screen.WIDE)) {
            browser.goTo(sandbox.baseUrl() + "/");
            browser.run("window.sameDocument = true");
            browser.type(By.id("order"), "HALF-TYPED");
            sandbox.customer(session).pays();
            browser.awaitText(By.className("timeline"), "open -> paid");

            assertThat(browser.run("return window.sameDocument && document.getElementById('order').value"))
                    .isEqualTo("HALF-TYPED");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void assertGood(Browser browser, String url) {
        browser.goTo(url);
        assertThat(browser.accessibilityFaults()).isEqualTo(List.of());
        assertThat(browser.run("return document.documentElement.scrollWidth - window.innerWidth"))
                .as("pixels by which %s is wider than the window", url)
                .isEqualTo(0L);
        assertThat(browser.run("return [...document.querySelectorAll('body *')]"
                        + ".filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)"
                        + ".map(e => e.outerHTML)"))
                .as("what sticks out of %s", url)
                .isEqualTo(List.of());
    }

    private String checkout() {
        return sandbox.baseUrl() + "/checkout/" + session;
    }
}
