package com.paycrypt.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium, as Debian's packages chromium and chromium-driver install it. */
final class Browser implements AutoCloseable {
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Screen screen;
    private final ChromeDriver driver;
    private final WebDriverWait wait;

    private Browser(Screen screen, ChromeDriver driver) {
        this.screen = screen;
        this.driver = driver;
        this.wait = new WebDriverWait(driver, PATIENCE);
    }

    /** Opens a browser; without one the test is skipped, but not where everything is expected to be installed. */
    static Browser open(Screen screen) {
        boolean expected = System.getenv("PAYCRYPT_CI") != null;
        assumeTrue(
                expected || DRIVER.canExecute(), "SKIPPED: apt-get install chromium chromium-driver to run this test");
        ChromeOptions options = screen.options();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        ClientConfig client = ClientConfig.defaultConfig().readTimeout(PATIENCE.multipliedBy(2));
        ChromeDriver driver = new ChromeDriver(service, options, client);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen.metrics());
        return new Browser(screen, driver);
    }

    void goTo(String url) {
        driver.get(url);
    }

    void click(By what) {
        WebElement element = driver.findElement(what);
        element.click();
    }

    /** Presses keys as they come, wherever the focus is. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    String focused() {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    /** The text of an element, once it is there. */
    String textOf(By what) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(what)).getText();
    }

    String attribute(By what, String name) {
        return String.valueOf(driver.findElement(what).getDomAttribute(name));
    }

    boolean shows(By what) {
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
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
        return String.valueOf(driver.findElement(what).getDomProperty("textContent"));
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
        driver.executeScript(Axe.SCRIPT);
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "axe.run().then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))));");
    }

    /** What the page complained of: errors, blocked resources, policy violations. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps a picture of the page under target/screenshots. */
    void picture(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + "-" + screen + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
