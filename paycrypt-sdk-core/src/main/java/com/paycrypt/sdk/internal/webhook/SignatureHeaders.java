package com.paycrypt.sdk.internal.webhook;

import com.paycrypt.sdk.internal.text.LogSafe;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The three headers of a delivery, each the empty text if it is absent; and the name of one that came more than once, which
 * is then not used: proxies, servers and frameworks differ in which of several values they use.
 */
public record SignatureHeaders(
        String key,
        String timestamp,
        String signature,
        @Nullable String repeated) implements Provenance {
    public static final String KEY = "X-Paycrypt-Key";
    public static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    public static final String SIGNATURE = "X-Paycrypt-Signature";

    /** A size of more digits than this is larger than every limit. */
    private static final int MAX_SIZE_DIGITS = 18;

    /** Reads the headers, in canonical or lower case: HTTP/2 servers and gateways have maps with lower-case names. */
    public static SignatureHeaders of(Function<String, @Nullable List<String>> headers) {
        String key = single(headers, KEY, "x-paycrypt-key");
        String timestamp = single(headers, TIMESTAMP, "x-paycrypt-timestamp");
        String signature = single(headers, SIGNATURE, "x-paycrypt-signature");
        return key == null || timestamp == null || signature == null
                ? new SignatureHeaders("", "", "", key == null ? KEY : timestamp == null ? TIMESTAMP : SIGNATURE)
                : new SignatureHeaders(key, timestamp, signature, null);
    }

    /** Returns the value, empty if the header is absent, or null if it came more than once. */
    private static @Nullable String single(
            Function<String, @Nullable List<String>> headers, String name, String lowerCaseName) {
        String canonical = single(headers.apply(name));
        String lowerCase = single(headers.apply(lowerCaseName));
        if (canonical == null || lowerCase == null) {
            return null;
        }
        if (canonical.isEmpty() || lowerCase.isEmpty()) {
            return canonical.isEmpty() ? lowerCase : canonical;
        }
        return canonical.equals(lowerCase) ? canonical : null;
    }

    /** Some servers have a list of null for an absent header. */
    private static @Nullable String single(@Nullable List<String> values) {
        String single = null;
        for (int i = 0; values != null && i < values.size(); i++) {
            String value = values.get(i);
            if (single != null && value != null) {
                return null;
            }
            single = value == null ? single : value;
        }
        return single == null ? "" : single;
    }

    /** The timestamps that came, in either case, to be shown: one, several or none. */
    public static String timestamps(Function<String, @Nullable List<String>> headers) {
        List<String> canonical = headers.apply(TIMESTAMP);
        return String.valueOf(
                canonical == null || canonical.isEmpty()
                        ? headers.apply(TIMESTAMP.toLowerCase(Locale.ROOT))
                        : canonical);
    }

    /** The largest size that {@code Content-Length} declares, or 0 if it has no number: servers reject those themselves. */
    public static long declaredSize(Function<String, @Nullable List<String>> headers) {
        return Math.max(largest(headers.apply("Content-Length")), largest(headers.apply("content-length")));
    }

    private static long largest(@Nullable List<String> values) {
        long largest = 0;
        for (int i = 0; values != null && i < values.size(); i++) {
            largest = Math.max(largest, size(values.get(i)));
        }
        return largest;
    }

    private static long size(@Nullable String value) {
        long size = 0;
        for (int i = 0; value != null && i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            size = i < MAX_SIZE_DIGITS ? 10 * size + digit : Long.MAX_VALUE;
        }
        return size;
    }

    /** The SHA-256 of what was signed, whatever key was named beside it; a space, which neither part can hold, separates them. */
    @Override
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] signed = (timestamp + ' ' + signature).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(sha256.digest(signed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256, which every Java platform must have", e);
        }
    }

    /** Names the key alone: signatures stay out of logs. */
    @Override
    public String toString() {
        return "SignatureHeaders[key=" + LogSafe.of(key) + "]";
    }
}
