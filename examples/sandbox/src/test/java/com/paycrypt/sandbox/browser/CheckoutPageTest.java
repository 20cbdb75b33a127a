package com.paycrypt.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

@Tag("servers")
@ExtendWith(Chromium.Extension.class)
class CheckoutPageTest {
    private final Chromium chromium;
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private Receiver receiver;
    private String session;

    CheckoutPageTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @BeforeEach
    void createSession() throws IOException {
        receiver = Receiver.start();
        session = merchant.createSession(receiver.url());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "PHONE_WITHOUT_SCRIPT"})
    void aCustomerChoosesACoinAndPays(Screen screen) throws IOException {
        payOn(screen);
    }

    @EnabledIfSystemProperty(named = "every.screen", matches = "true", disabledReason = "run with -Devery.screen=true")
    @ParameterizedTest
    @EnumSource(names = {"WIDE_WITHOUT_SCRIPT", "PHONE", "SMALLEST_DARK"})
    void soTheyDoOnOtherScreens(Screen screen) throws IOException {
        payOn(screen);
    }

    private void payOn(Screen screen) throws IOException {
        Browser browser = chromium.open(screen);
        browser.goTo(checkout());
        assertThat(browser.state()).isEqualTo("open");
        assertThat(browser.textOf(By.className("banner"))).startsWith("SANDBOX");
        browser.picture("1-choose");

        browser.click(By.cssSelector("input[value=usdt-tron]"));
        browser.click(By.id("continue"));
        assertThat(browser.textOf(By.id("address"))).startsWith("TSANDBOX");
        assertThat(browser.textOf(By.id("coin-amount"))).isEqualTo("49.000000");
        assertThat(browser.shows(By.cssSelector("svg.qr"))).isTrue();
        assertThat(browser.shows(By.cssSelector("button.copy"))).isEqualTo(screen.runsScripts());
        browser.picture("2-pay");

        browser.click(By.id("pay"));
        browser.awaitState("paid");
        browser.picture("3-paid");
        assertThat(browser.attribute(By.id("return"), "href")).isEqualTo("https://merchant.tld/success?oid=ORD-123");
        assertThat(browser.complaints()).isEmpty();
        assertThat(sandbox.webhooks().await(session).status()).isEqualTo(Delivery.Status.DELIVERED);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "PHONE_WITHOUT_SCRIPT"})
    void aPaymentCanFail(Screen screen) throws IOException {
        Browser browser = chromium.open(screen);
        browser.goTo(checkout());
        browser.click(By.id("fail"));
        browser.awaitState("failed");
        browser.picture("4-failed");
        assertThat(browser.shows(By.id("pay"))).isFalse();
        assertThat(sandbox.webhooks().await(session).type()).isEqualTo("payment.failed");
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "PHONE_WITHOUT_SCRIPT"})
    void aCustomerGoesBackToTheShop(Screen screen) throws IOException {
        Browser browser = chromium.open(screen);
        browser.goTo(checkout());
        browser.click(By.id("cancel"));
        browser.awaitState("cancelled");
        browser.picture("5-cancelled");
        assertThat(browser.attribute(By.id("return"), "href")).isEqualTo("https://merchant.tld/cancel?oid=ORD-123");
    }

    private String checkout() {
        return sandbox.baseUrl() + "/checkout/" + session;
    }
}
