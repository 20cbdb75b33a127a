package com.paycrypt.sdk.internal.json;

/** Walks over a JSON number (RFC 8259, section 6), as long as it is one that somebody could mean. */
final class NumberScanner {
    /** Digits, sign, point and exponent: no amount of money and no rate needs more. */
    private static final int MAX_LENGTH = 100;

    private static final int MAX_EXPONENT_DIGITS = 3;

    private final byte[] json;
    private int at;

    private NumberScanner(byte[] json, int at) {
        this.json = json;
        this.at = at;
    }

    /** Returns where the number ends that begins here. */
    static int end(byte[] json, int start) throws MalformedJsonException {
        NumberScanner number = new NumberScanner(json, start);
        number.scan();
        if (number.at - start > MAX_LENGTH) {
            throw new MalformedJsonException("a number is longer than " + MAX_LENGTH + " characters");
        }
        return number.at;
    }

    private void scan() throws MalformedJsonException {
        takes('-');
        if (!takes('0')) {
            digits();
        }
        if (takes('.')) {
            digits();
        }
        if (takes('e') || takes('E')) {
            exponent();
        }
    }

    /** A short number can stand for one with a billion digits: 1e999999999. */
    private void exponent() throws MalformedJsonException {
        if (!takes('-')) {
            takes('+');
        }
        int start = at;
        digits();
        if (at - start > MAX_EXPONENT_DIGITS) {
            throw new MalformedJsonException("a number has an exponent of more than three digits");
        }
    }

    private void digits() throws MalformedJsonException {
        int start = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw new MalformedJsonException("the body is not well-formed JSON at byte " + at);
        }
    }

    private boolean takes(char wanted) {
        boolean found = at < json.length && json[at] == wanted;
        if (found) {
            at++;
        }
        return found;
    }
}
