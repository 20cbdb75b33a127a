package com.paycrypt.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.paycrypt.examples.interop.Browser.Screen;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** The whole purchase in a browser: order, checkout, payment, way back, and another order that fails. */
@Tag("servers")
@Timeout(600)
@ExtendWith(Shops.Extension.class)
class PurchaseTest {
    private static final By PAY = By.id("pay");

    private final Shops shops;

    PurchaseTest(Shops shops) {
        this.shops = shops;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"SERVLET, PHONE_WITHOUT_SCRIPT", "SPRING, PHONE", "WEBFLUX, WIDE"})
    void aCustomerOrdersPaysAndSeesThatItIsPaid(RunningShop.Kind kind, Screen screen) throws Exception {
        buy(kind, screen);
    }

    @EnabledIfSystemProperty(named = "every.screen", matches = "true", disabledReason = "run with -Devery.screen=true")
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "SERVLET, WIDE",
        "SERVLET, WIDE_WITHOUT_SCRIPT",
        "SERVLET, PHONE",
        "SPRING, WIDE",
        "SPRING, WIDE_WITHOUT_SCRIPT",
        "SPRING, PHONE_WITHOUT_SCRIPT",
        "WEBFLUX, WIDE_WITHOUT_SCRIPT",
        "WEBFLUX, PHONE",
        "WEBFLUX, PHONE_WITHOUT_SCRIPT"
    })
    void soDoTheOthers(RunningShop.Kind kind, Screen screen) throws Exception {
        buy(kind, screen);
    }

    private void buy(RunningShop.Kind kind, Screen screen) throws Exception {
        RunningShop shop = shops.of(kind);
        try (Browser browser = Browser.open(screen)) {
            Visit visit = new Visit(kind, shop, screen, browser);
            visit.order("kettle");
            visit.pay();
            visit.orderAndFail("mug");
            visit.lookAround();
            assertThat(browser.complaints())
                    .filteredOn(line -> !line.contains("status of 404"))
                    .isEmpty();
        }
    }

    /** What one customer does in one shop. */
    private record Visit(RunningShop.Kind kind, RunningShop shop, Screen screen, Browser browser) {
        void order(String item) throws IOException {
            browser.goTo(shop.address() + "/");
            look("shop");
            browser.click(By.id("item-" + item));
            browser.click(By.id("order"));
            browser.await(state("OPEN"));
            look("order-open");
        }

        void pay() throws IOException {
            String order = browser.url();
            browser.click(PAY);
            browser.click(By.id("coin-usdt-tron"));
            browser.click(By.id("continue"));
            // The order page stays open in the first window, and changes by itself.
            String checkout = browser.url();
            browser.goTo(order);
            browser.openWindow(checkout);
            browser.click(PAY);
            browser.await(By.cssSelector("main[data-state=paid]"));
            browser.firstWindow();
            browser.await(state("PAID"));
            assertThat(browser.has(PAY)).isFalse();
            look("order-paid");
        }

        void orderAndFail(String item) throws IOException {
            browser.goTo(shop.address() + "/");
            browser.click(By.id("item-" + item));
            browser.click(By.id("order"));
            browser.click(PAY);
            String failed = browser.url();
            browser.click(By.id("fail"));
            browser.click(By.id("return"));
            browser.await(state("OPEN"));
            browser.click(PAY);
            browser.await(By.cssSelector("main[data-state=open]"));
            assertThat(browser.url()).isNotEqualTo(failed);
        }

        void lookAround() throws IOException {
            browser.goTo(shop.address() + "/orders");
            assertThat(browser.text(By.tagName("table"))).contains("Kettle", "paid", "Mug", "open");
            look("orders");
            browser.goTo(shop.address() + "/orders/ORD-0");
            assertThat(browser.text(By.tagName("h1"))).isEqualTo("There is nothing here");
            look("not-found");
        }

        private void look(String page) throws IOException {
            browser.picture(kind.name().toLowerCase(Locale.ROOT) + "-" + page);
            if (screen.runsScripts()) {
                assertThat(browser.accessibilityFaults()).asInstanceOf(LIST).isEmpty();
                assertThat(browser.overhang())
                        .as(page + " is as wide as the window")
                        .isZero();
            }
        }

        private static By state(String state) {
            return By.cssSelector("#status[data-state=" + state + "]");
        }
    }
}
