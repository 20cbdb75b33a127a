package com.paycrypt.sdk.internal.http;

/** How the SDK introduces itself: {@code paycrypt-sdk-java/<version> (java <v>; <os>)}. */
final class UserAgent {
    static final String TEXT = "paycrypt-sdk-java/" + visible(Version.TEXT) + " (java "
            + visible(System.getProperty("java.version", "unknown")) + "; "
            + visible(System.getProperty("os.name", "unknown")) + ")";

    private UserAgent() {}

    /** Headers take visible ASCII alone, whatever an exotic platform calls itself. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (shown.charAt(i) <= ' ' || shown.charAt(i) > '~') {
                shown.setCharAt(i, '-');
            }
        }
        return shown.toString();
    }
}
