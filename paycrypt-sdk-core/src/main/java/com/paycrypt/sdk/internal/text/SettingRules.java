package com.paycrypt.sdk.internal.text;

import org.jspecify.annotations.Nullable;

/** What no setting is meant to be: text that a configuration file was to replace or to unwrap. */
public final class SettingRules {
    private static final String OPENING = "\"'`\u201C\u2018";
    private static final String CLOSING = "\"'`\u201D\u2019";

    private SettingRules() {}

    /** Returns what is wrong with a setting, to be read after its name, and what to do; null if nothing is. */
    public static @Nullable String violation(String value) {
        int placeholder = value.indexOf("${");
        if (placeholder >= 0 && value.indexOf('}', placeholder) >= 0) {
            return "has a placeholder (${...}) that was not resolved: set the variable or property that it names";
        }
        return isQuoted(value)
                ? "stands in quotes, which some tools do not remove from a settings file: remove them"
                : null;
    }

    private static boolean isQuoted(String value) {
        int quote = value.length() < 2 ? -1 : OPENING.indexOf(value.charAt(0));
        return quote >= 0 && value.charAt(value.length() - 1) == CLOSING.charAt(quote);
    }
}
