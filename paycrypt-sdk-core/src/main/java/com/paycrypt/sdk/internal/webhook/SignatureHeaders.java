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

/** The three headers of a delivery, each of which came once, or is the empty text if it is absent. */
public record SignatureHeaders(String key, String timestamp, String signature) implements Provenance {
    public static final String KEY = "X-Paycrypt-Key";
    public static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    public static final String SIGNATURE = "X-Paycrypt-Signature";

    /** A size of more digits than this is larger than every limit. */
    private static final int MAX_SIZE_DIGITS = 18;

    /**
     * Reads the headers, in canonical or lower case: HTTP/2 servers and gateways have maps with lower-case names.
     *
     * @throws RepeatedHeaderException if one of them came more than once: proxies, servers and frameworks differ in which
     *     of the two they use
     */
    public static SignatureHeaders of(Function<String, @Nullable List<String>> headers) throws RepeatedHeaderException {
        return new SignatureHeaders(
                single(headers, KEY, "x-paycrypt-key"),
                single(headers, TIMESTAMP, "x-paycrypt-timestamp"),
                single(headers, SIGNATURE, "x-paycrypt-signature"));
    }

    private static String single(Function<String, @Nullable List<String>> headers, String name, String lowerCaseName)
            throws RepeatedHeaderException {
        String canonical = only(headers.apply(name), name);
        String lowerCase = only(headers.apply(lowerCaseName), name);
        if (canonical == null) {
            return lowerCase == null ? "" : lowerCase;
        }
        if (lowerCase != null && !canonical.equals(lowerCase)) {
            throw new RepeatedHeaderException(name);
        }
        return canonical;
    }

    /** The one value, or null if the header is absent; some servers have a list of null for that. */
    private static @Nullable String only(@Nullable List<String> values, String name) throws RepeatedHeaderException {
        String only = null;
        for (int i = 0; values != null && i < values.size(); i++) {
            String value = values.get(i);
            if (only != null && value != null) {
                throw new RepeatedHeaderException(name);
            }
            only = value == null ? only : value;
        }
        return only;
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
