package com.paycrypt.sandbox.browser;

import java.util.Map;
import org.openqa.selenium.chrome.ChromeOptions;

/** What a page is looked at with. */
enum Screen {
    WIDE(1280, 900, true, false),
    WIDE_DARK(1280, 900, true, true),
    WIDE_WITHOUT_SCRIPT(1280, 900, false, false),
    PHONE(390, 844, true, false),
    PHONE_WITHOUT_SCRIPT(360, 740, false, false),
    SMALLEST(320, 640, true, false);

    private final int width;
    private final int height;
    private final boolean scripts;
    private final boolean dark;

    Screen(int width, int height, boolean scripts, boolean dark) {
        this.width = width;
        this.height = height;
        this.scripts = scripts;
        this.dark = dark;
    }

    boolean runsScripts() {
        return scripts;
    }

    /** The window itself cannot be made as small as a phone; what the page sees can. */
    Map<String, Object> metrics() {
        return Map.of("width", width, "height", height, "deviceScaleFactor", width < 500 ? 2 : 1, "mobile", false);
    }

    ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.addArguments("--window-size=" + width + "," + height);
        if (dark) {
            options.addArguments("--force-dark-mode", "--blink-settings=preferredColorScheme=0");
        }
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        return options;
    }
}
