package com.paycrypt.sandbox.browser;

import java.util.List;
import java.util.Map;

/** What a page is looked at with. */
enum Screen {
    WIDE(1280, 900, true, "light"),
    WIDE_WITHOUT_SCRIPT(1280, 900, false, "light"),
    PHONE(360, 740, true, "light"),
    PHONE_WITHOUT_SCRIPT(360, 740, false, "light"),
    SMALLEST_DARK(320, 640, true, "dark");

    /** What is looked at is not on its way from one colour to the next. */
    private static final Map<String, String> STILL = feature("prefers-reduced-motion", "reduce");

    private final int width;
    private final int height;
    private final boolean scripts;
    private final String colours;

    Screen(int width, int height, boolean scripts, String colours) {
        this.width = width;
        this.height = height;
        this.scripts = scripts;
        this.colours = colours;
    }

    boolean runsScripts() {
        return scripts;
    }

    private static Map<String, String> feature(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    /** What Chromium is told to make its page look and behave so. */
    Map<String, Map<String, Object>> commands() {
        return Map.of(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", width < 500 ? 2 : 1, "mobile", false),
                "Emulation.setScriptExecutionDisabled",
                Map.of("value", !scripts),
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(feature("prefers-color-scheme", colours), STILL)));
    }
}
