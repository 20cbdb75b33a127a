package com.paycrypt.sandbox.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;

/** One headless Chromium for all tests, as Debian's packages chromium and chromium-driver install it. */
final class Chromium implements AutoCloseable {
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    private final ChromeDriver driver;
    private final List<String> added = new ArrayList<>();

    private Chromium() {
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        ClientConfig client = ClientConfig.defaultConfig().readTimeout(Browser.PATIENCE.multipliedBy(2));
        this.driver = new ChromeDriver(service, options(), client);
    }

    private static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        // One process for all pages, and nothing that only a person's own browser does.
        options.addArguments(
                "--disable-gpu",
                "--no-zygote",
                "--process-per-site",
                "--disable-site-isolation-trials",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-features=ProactivelySwapBrowsingInstance,BackForwardCache,SpareRendererForSitePerProcess");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** Its window as this screen, with nothing in it; every page in it runs these scripts before its own. */
    Browser open(Screen screen, String... scripts) {
        added.forEach(script ->
                driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script)));
        added.clear();
        for (String script : scripts) {
            Map<String, Object> result =
                    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
            added.add(String.valueOf(result.get("identifier")));
        }
        Browser browser = new Browser(driver);
        browser.goTo("about:blank");
        browser.become(screen);
        browser.complaints();
        return browser;
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Starts Chromium for the first test that has it as a parameter, and ends it after the last test of all. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Chromium.class;
        }

        /** Without a Chromium the test is skipped, but not where everything is expected to be installed. */
        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            boolean expected = System.getenv("PAYCRYPT_CI") != null;
            assumeTrue(
                    expected || DRIVER.canExecute(),
                    "SKIPPED: apt-get install chromium chromium-driver to run this test");
            return test.getRoot()
                    .getStore(Namespace.create(Chromium.class))
                    .computeIfAbsent(Chromium.class, type -> new Chromium(), Chromium.class);
        }
    }
}
