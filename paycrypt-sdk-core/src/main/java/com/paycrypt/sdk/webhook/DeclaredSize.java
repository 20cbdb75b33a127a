package com.paycrypt.sdk.webhook;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The size that {@code Content-Length} declares: only ever a reason to refuse, never to believe. */
final class DeclaredSize {
    private static final int MAX_DIGITS = 18;

    private DeclaredSize() {}

    /** The largest size declared, or 0 where there is none that is a number: servers refuse those by themselves. */
    static long of(Function<String, @Nullable List<String>> headers) {
        return Math.max(largest(headers.apply("Content-Length")), largest(headers.apply("content-length")));
    }

    private static long largest(@Nullable List<String> values) {
        long largest = 0;
        if (values != null) {
            for (String value : values) {
                largest = Math.max(largest, parse(value));
            }
        }
        return largest;
    }

    private static long parse(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return 0;
        }
        long size = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            size = i < MAX_DIGITS ? 10 * size + digit : Long.MAX_VALUE;
        }
        return size;
    }
}
