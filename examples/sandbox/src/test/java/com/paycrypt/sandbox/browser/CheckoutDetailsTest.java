package com.paycrypt.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.support.Merchant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@Tag("servers")
@ExtendWith(Chromium.Extension.class)
class CheckoutDetailsTest {
    /** What a page does after a second it does after a tenth. */
    private static final String HURRIED = "for (const timer of ['setTimeout', 'setInterval']) {"
            + "const real = window[timer]; window[timer] = (task, millis) => real(task, millis / 10); }";

    private final Chromium chromium;
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private final String session = merchant.createSession("http://127.0.0.1:9/hook");

    CheckoutDetailsTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "PHONE_WITHOUT_SCRIPT"})
    void theWholeJobIsDoneByKeyboard(Screen screen) {
        Browser browser = chromium.open(screen);
        browser.goTo(checkout());
        browser.type(Keys.TAB);
        browser.type(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        browser.type(Keys.TAB, Keys.ENTER);
        assertThat(browser.textOf(By.id("address"))).startsWith("TSANDBOX");

        browser.tabTo("pay");
        browser.type(Keys.ENTER);
        browser.awaitState("paid");
        browser.tabTo("return");
        assertThat(sandbox.session(session).orElseThrow().coin()).isEqualTo(Coin.USDT_TRON);
    }

    @Test
    void thePageTurnsByItselfWhenTheTimeIsUp() throws IOException {
        Browser browser = chromium.open(Screen.PHONE, HURRIED);
        browser.goTo(checkout());
        sandbox.customer(session).hasTime(Duration.ofSeconds(110));
        assertThat(browser.textOf(By.cssSelector("#countdown.short"))).startsWith("01:");

        sandbox.advance(Duration.ofSeconds(110));
        browser.awaitState("expired");
        browser.picture("expired");
        assertThat(browser.shows(By.id("pay"))).isFalse();
        assertThat(browser.hidden(By.id("live"))).startsWith("Time is up.");
    }

    @Test
    void whatChangesIsPutInPlaceAndToldWithoutLosingTheFocus() {
        merchant.submit("/checkout/" + session + "/choose", "method=usdt-tron");
        Browser browser = chromium.open(Screen.WIDE, HURRIED);
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

    @Test
    void aChoiceThatIsBeingMadeStays() {
        Browser browser = chromium.open(Screen.WIDE, HURRIED);
        browser.goTo(checkout());
        browser.click(By.id("coin-usdc-polygon"));
        sandbox.customer(session).hasTime(Duration.ofMinutes(9));
        browser.awaitText(By.id("countdown"), "08:");

        assertThat(browser.run("return document.getElementById('coin-usdc-polygon').checked"))
                .isEqualTo(true);
    }

    @Test
    void aLostConnectionIsSaidAndTheClockDoesNotRunOn() throws IOException {
        Browser browser = chromium.open(Screen.PHONE, HURRIED);
        browser.goTo(checkout());
        assertThat(browser.shows(By.id("offline"))).isFalse();
        sandbox.close();

        assertThat(browser.textOf(By.id("offline"))).startsWith("Connection lost.");
        String stopped = browser.textOf(By.id("countdown"));
        browser.picture("connection-lost");
        browser.awaitSeconds(20);
        assertThat(browser.textOf(By.id("countdown"))).isEqualTo(stopped);
    }

    @Test
    void theTimeIsToldQuietlyAtFiveMinutesAndAtOneAndNotInBetween() {
        Browser browser = chromium.open(Screen.WIDE, HURRIED);
        browser.goTo(checkout());
        browser.run("const live = document.getElementById('live'); window.told = [];"
                + "new MutationObserver(() => window.told.push(live.textContent)).observe(live, {childList: true})");
        sandbox.customer(session).hasTime(Duration.ofSeconds(570));
        browser.awaitText(By.id("countdown"), "09:");
        sandbox.advance(Duration.ofMinutes(5));
        browser.awaitHidden(By.id("live"), "5 minutes left");
        sandbox.advance(Duration.ofMinutes(4));
        browser.awaitHidden(By.id("live"), "1 minute left");

        assertThat(browser.run("return window.told")).isEqualTo(List.of("5 minutes left", "1 minute left"));
    }

    @Test
    void theAddressIsCopiedWithOneClickAndTheButtonComesBackAfterTwo() {
        merchant.submit("/checkout/" + session + "/choose", "method=btc-bitcoin");
        Browser browser = chromium.open(Screen.WIDE);
        browser.goTo(checkout());
        String address = browser.textOf(By.id("address"));
        browser.click(By.id("copy-address"));
        browser.awaitText(By.id("copy-address"), "Copied");
        browser.click(By.id("copy-address"));
        assertThat(browser.clipboard()).isEqualTo(address);

        browser.awaitText(By.id("copy-address"), "Copy");
    }

    @Test
    void theConsoleShowsWhatHappensByItself() {
        Browser browser = chromium.open(Screen.WIDE, HURRIED);
        browser.goTo(sandbox.baseUrl() + "/");
        browser.run("window.sameDocument = true");
        browser.type(By.id("order"), "HALF-TYPED");
        sandbox.customer(session).pays();
        browser.awaitText(By.className("timeline"), "open -> paid");

        assertThat(browser.run("return window.sameDocument && document.getElementById('order').value"))
                .isEqualTo("HALF-TYPED");
        assertThat(browser.complaints()).isEmpty();
    }

    private String checkout() {
        return sandbox.baseUrl() + "/checkout/" + session;
    }
}
