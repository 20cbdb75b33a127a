package com.paycrypt.sdk.internal.diagnosis;

import com.paycrypt.sdk.internal.sign.Signatures;
import java.util.Locale;

/** What is usually wrong if the headers alone are rejected. */
final class HeaderHypothesis {
    static final String OLDER_SCHEME =
            "the timestamp is a date in text: that is another, older notification scheme, whose signature is over"
                    + " something else; switch the sender to signed webhooks";

    private static final int MILLISECOND_DIGITS = 13;
    private static final int HALF_HOUR = 1800;
    private static final int FARTHEST_ZONE = 14 * 2 * HALF_HOUR;
    private static final int TOLERANCE = 60;

    private HeaderHypothesis() {}

    static String ofTimestamp(String timestamp) {
        if (timestamp.isEmpty()) {
            return "X-Paycrypt-Timestamp is absent: look for a proxy that drops it, or a redirect that loses headers; give"
                    + " PayCrypt the final webhook_url";
        }
        if (timestamp.length() == MILLISECOND_DIGITS && timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "the timestamp is in milliseconds: the sender must divide System.currentTimeMillis() by 1000, or use"
                    + " Instant.now().getEpochSecond()";
        }
        return isDate(timestamp)
                ? OLDER_SCHEME
                : "the timestamp has a sign, whitespace, a point or other digits: write it with Long.toString, not with"
                        + " String.format, which follows the locale";
    }

    static boolean isDate(String timestamp) {
        return timestamp.indexOf('T') > 0 || timestamp.indexOf('-') > 0;
    }

    /** A difference of whole half hours points to a time zone; any other to a clock or to an old delivery. */
    static String ofAge(long age) {
        long rest = Math.abs(age) % HALF_HOUR;
        boolean isZones = Math.abs(age) >= HALF_HOUR && Math.abs(age) <= FARTHEST_ZONE + TOLERANCE;
        if (isZones && (rest <= TOLERANCE || HALF_HOUR - rest <= TOLERANCE)) {
            return "the two clocks differ by about " + (Math.abs(age) + TOLERANCE) / HALF_HOUR
                    + " half hours: one of them uses local time as UTC, or the delivery is an old one sent again; unix"
                    + " seconds have no time zone";
        }
        return "the two clocks differ, or the delivery is an old one sent again: compare `date -u` on both machines"
                + " with a time server, and sign test deliveries anew with WebhookSigner";
    }

    static String ofSignature(String signature) {
        if (signature.isEmpty()) {
            return "X-Paycrypt-Signature is absent: look for a proxy that drops it";
        }
        if (!signature.equals(signature.strip())) {
            return "the signature has whitespace around it: look for the proxy or the script that adds it";
        }
        if (Signatures.isWellFormed(signature.toLowerCase(Locale.ROOT))) {
            return "the signature is in upper case: write it in lower case, with HexFormat.of()";
        }
        if (signature.contains("=") || signature.contains("+") || signature.contains("/")) {
            return "the signature is in base64 or has a prefix such as sha256=: it must be the 64 lower-case hexadecimal"
                    + " digits and nothing else";
        }
        return ofLength(signature.length());
    }

    private static String ofLength(int length) {
        return switch (length) {
            case 32, 40, 96, 128 ->
                "the signature is as long as that of another digest (MD5, SHA-1, SHA-384, SHA-512): use HmacSHA256";
            default -> "the signature is not 64 lower-case hexadecimal digits: look for what cuts or changes it";
        };
    }
}
