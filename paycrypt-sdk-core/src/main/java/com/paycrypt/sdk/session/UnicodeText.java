package com.paycrypt.sdk.session;

/** Text that UTF-8 can carry. */
final class UnicodeText {
    private UnicodeText() {}

    /** Where the first surrogate stands that has not its other half; -1 if there is none. */
    static int firstHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)) {
                return i;
            }
        }
        return -1;
    }
}
