package com.paycrypt.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.support.Merchant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

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
            browser.picture("6-expired");
            assertThat(browser.shows(By.id("pay"))).isFalse();
        }
    }

    @Test
    void thePageTurnsByItselfWhenThePaymentComesInElsewhere() throws IOException {
        try (Browser browser = Browser.open(Screen.WIDE)) {
            browser.goTo(checkout());
            sandbox.customer(session).paysHalf();
            browser.awaitState("underpaid");
            assertThat(browser.textOf(By.id("coin-amount"))).isEqualTo("0.00038282");
            assertThat(browser.textOf(By.id("l-amount"))).isEqualTo("0.00038281 BTC came in. Send the rest, exactly");
            browser.picture("7-underpaid");
            sandbox.customer(session).paysUnconfirmed();
            browser.awaitState("pending");
            browser.picture("8-pending");
            sandbox.customer(session).pays();
            browser.awaitState("paid");
        }
    }

    @Test
    void theAddressIsCopiedWithOneClick() {
        merchant.submit("/checkout/" + session + "/choose", "method=btc-bitcoin");
        try (Browser browser = Browser.open(Screen.WIDE)) {
            browser.goTo(checkout());
            String address = browser.textOf(By.id("address"));
            browser.slowDown(100);
            browser.click(By.cssSelector("button[data-copy=address]"));
            browser.awaitText(By.cssSelector("button[data-copy=address]"), "Copied");

            assertThat(browser.clipboard()).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "WIDE_DARK", "PHONE"})
    void everyStepIsAccessibleAndFitsTheScreen(Screen screen) throws IOException {
        merchant.create(Merchant.order("A-VERY-LONG-ORDER-ID-THAT-SOMEBODY-WILL-SURELY-USE-ONE-DAY-0123"));
        try (Browser browser = Browser.open(screen)) {
            assertGood(browser, checkout());
            merchant.submit("/checkout/" + session + "/choose", "method=usdt-ethereum");
            assertGood(browser, checkout());
            browser.click(By.tagName("summary"));
            browser.picture("9-more");
            sandbox.customer(session).fails();
            sandbox.webhooks().await();
            assertGood(browser, checkout());
            merchant.send(merchant.signed("1", new byte[0], "x"));
            assertGood(browser, sandbox.baseUrl() + "/");
            browser.picture("10-dashboard");
            assertGood(browser, sandbox.baseUrl() + "/deliveries/d1");
            browser.picture("11-delivery");
            assertGood(browser, sandbox.baseUrl() + "/rejected/r1");
            browser.picture("12-refused");
            assertGood(browser, sandbox.baseUrl() + "/checkout/ps_000000000000");
        }
    }

    private static void assertGood(Browser browser, String url) {
        browser.goTo(url);
        assertThat(browser.accessibilityFaults()).isEqualTo(List.of());
        assertThat(browser.run("return [...document.querySelectorAll('body *')]"
                        + ".filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > window.innerWidth + 1)"
                        + ".map(e => e.outerHTML)"))
                .as("what sticks out of %s", url)
                .isEqualTo(List.of());
    }

    private String checkout() {
        return sandbox.baseUrl() + "/checkout/" + session;
    }
}
