package com.paycrypt.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The window of a Chromium, as a person uses and sees it. */
final class Browser {
    /** Ends a test that hangs; says nothing about the speed of a machine. */
    static final Duration PATIENCE = Duration.ofSeconds(300);

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;
    private final Wait<WebDriver> wait;
    private Screen screen = Screen.WIDE;

    Browser(ChromeDriver driver) {
        this.driver = driver;
        this.wait = new WebDriverWait(driver, PATIENCE, GLANCE).ignoring(StaleElementReferenceException.class);
    }

    /** Looks at the page that is shown with another screen from now on. */
    void become(Screen next) {
        screen = next;
        next.commands().forEach(driver::executeCdpCommand);
    }

    void goTo(String url) {
        driver.get(url);
    }

    void click(By what) {
        asItIsNow(() -> {
            driver.findElement(what).click();
            return what;
        });
    }

    /** Presses keys as they come, wherever the focus is. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    String focused() {
        return asItIsNow(() -> String.valueOf(driver.switchTo().activeElement().getDomAttribute("id")));
    }

    /** The text of an element, once it is there. */
    String textOf(By what) {
        return asItIsNow(() ->
                wait.until(ExpectedConditions.visibilityOfElementLocated(what)).getText());
    }

    String attribute(By what, String name) {
        return asItIsNow(() -> String.valueOf(driver.findElement(what).getDomAttribute(name)));
    }

    boolean shows(By what) {
        return asItIsNow(() -> driver.findElements(what).stream().anyMatch(WebElement::isDisplayed));
    }

    String state() {
        return attribute(By.tagName("main"), "data-state");
    }

    void awaitState(String state) {
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main[data-state=" + state + "]")));
    }

    void awaitText(By what, String text) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(what, text));
    }

    @Nullable
    Object run(String script) {
        return driver.executeScript(script);
    }

    /** The text of an element for screen readers alone. */
    String hidden(By what) {
        return asItIsNow(() -> String.valueOf(driver.findElement(what).getDomProperty("textContent")));
    }

    void awaitHidden(By what, String text) {
        wait.until(shown -> hidden(what).contains(text));
    }

    void type(By field, String text) {
        driver.findElement(field).sendKeys(text);
    }

    /** Lets the page's own clock tick. */
    void awaitSeconds(int seconds) {
        driver.executeAsyncScript("setTimeout(arguments[1], arguments[0] * 1000)", seconds);
    }

    /** What a look at the page finds; an element that the page replaces meanwhile is looked for again. */
    private <T> T asItIsNow(Supplier<T> look) {
        return wait.until(shown -> Optional.of(look.get())).orElseThrow();
    }

    /** Moves the focus on, key by key, until it is where it should be. */
    void tabTo(String id) {
        for (int presses = 0; presses < 20 && !id.equals(focused()); presses++) {
            type(Keys.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    @Nullable
    Object clipboard() {
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        return driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[arguments.length - 1])");
    }

    /** What axe-core finds wrong with the page, each fault with the elements it is about. */
    @Nullable
    Object accessibilityFaults() {
        return axe("{}");
    }

    /** The same, as far as it depends on colours and on the size of the window. */
    @Nullable
    Object visualFaults() {
        return axe("{runOnly: ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']}");
    }

    private @Nullable Object axe(String options) {
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "if (!window.axe) loadAxe();"
                + "axe.run(" + options + ")"
                + ".then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))));");
    }

    /** What the page complained of: errors, blocked resources, policy violations. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** With {@code -Devery.screen=true}, keeps a picture of the whole page under target/screenshots. */
    void picture(String name) throws IOException {
        if (Boolean.getBoolean("every.screen")) {
            Files.createDirectories(SCREENSHOTS);
            Object picture = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                    .get("data");
            byte[] png = Base64.getDecoder().decode(String.valueOf(picture));
            Files.write(SCREENSHOTS.resolve(name + "-" + screen + ".png"), png);
        }
    }
}
