package com.paycrypt.sdk.internal.text;

/** Characters that leave no mark where they stand, and so could hide what a text is. */
public final class InvisibleCharacters {
    /** Fillers, joiners and variation selectors that Unicode counts among letters, marks and symbols. */
    private static final int[][] RANGES = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xE0100, 0xE01EF},
    };

    private InvisibleCharacters() {}

    /** Returns whether a character of a text is whitespace, a control or format character, or half a surrogate pair. */
    public static boolean isAt(String text, int index) {
        int character = text.codePointAt(index);
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE ->
                !(index > 0
                        && Character.isLowSurrogate(text.charAt(index))
                        && Character.isHighSurrogate(text.charAt(index - 1)));
            default -> isListed(character);
        };
    }

    private static boolean isListed(int character) {
        for (int[] range : RANGES) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
