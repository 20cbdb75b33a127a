package com.paycrypt.examples.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium, as Debian's packages chromium and chromium-driver install it. */
final class Browser implements AutoCloseable {
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Screen screen;
    private final ChromeDriver driver;

    private Browser(Screen screen, ChromeDriver driver) {
        this.screen = screen;
        this.driver = driver;
    }

    /** What a page is looked at with. */
    enum Screen {
        WIDE(1280, 900, true),
        WIDE_WITHOUT_SCRIPT(1280, 900, false),
        PHONE(360, 740, true),
        PHONE_WITHOUT_SCRIPT(360, 740, false);

        private final int width;
        private final int height;
        private final boolean scripts;

        Screen(int width, int height, boolean scripts) {
            this.width = width;
            this.height = height;
            this.scripts = scripts;
        }

        boolean runsScripts() {
            return scripts;
        }

        private Map<String, Object> metrics() {
            return Map.of("width", width, "height", height, "deviceScaleFactor", width < 500 ? 2 : 1, "mobile", false);
        }

        private ChromeOptions options() {
            ChromeOptions options = new ChromeOptions();
            options.setBinary("/usr/bin/chromium");
            options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
            options.addArguments("--window-size=" + width + "," + height);
            if (!scripts) {
                options.setExperimentalOption(
                        "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
            }
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            options.setCapability("goog:loggingPrefs", logs);
            return options;
        }
    }

    /** Opens a browser; without one the test is skipped, but not where everything is expected to be installed. */
    static Browser open(Screen screen) {
        boolean expected = System.getenv("PAYCRYPT_CI") != null;
        assumeTrue(
                expected || DRIVER.canExecute(), "SKIPPED: apt-get install chromium chromium-driver to run this test");
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        ClientConfig client = ClientConfig.defaultConfig().readTimeout(PATIENCE);
        ChromeDriver driver = new ChromeDriver(service, screen.options(), client);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen.metrics());
        return new Browser(screen, driver);
    }

    void goTo(String url) {
        driver.get(url);
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** Clicks something, once it is there. */
    void click(By what) {
        once(page -> {
            page.findElement(what).click();
            return what;
        });
    }

    String text(By what) {
        return once(page -> page.findElement(what).getText());
    }

    boolean has(By what) {
        return !driver.findElements(what).isEmpty();
    }

    void await(By what) {
        once(page -> page.findElement(what));
    }

    /** What a look at the page finds, once it is there; an element that the page replaces meanwhile is looked for again. */
    private <T> T once(Function<WebDriver, T> look) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(look);
    }

    /** Where two windows are open, the page goes on changing in the first. */
    void openWindow(String url) {
        driver.switchTo().newWindow(WindowType.TAB);
        goTo(url);
    }

    void firstWindow() {
        driver.switchTo().window(driver.getWindowHandles().iterator().next());
    }

    /** How much wider the page is than the window. */
    long overhang() {
        return (Long) Objects.requireNonNull(driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    /** What axe-core finds wrong with the page, each fault with the elements it is about. */
    @Nullable
    Object accessibilityFaults() throws IOException {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
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
