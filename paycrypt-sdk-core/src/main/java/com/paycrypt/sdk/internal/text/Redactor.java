package com.paycrypt.sdk.internal.text;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Redacts keys, secrets and signatures in text of other origin, and escapes its control characters. */
public final class Redactor {
    /** Larger trees of exceptions are not searched, and not shown. */
    private static final int MAX_CAUSES = 200;

    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{64,}");
    private static final String ZEROS = "0000";

    private final UnaryOperator<String> credentials;

    /** Redacts signatures alone. */
    public Redactor() {
        this.credentials = UnaryOperator.identity();
    }

    /** Redacts signatures, and a key and its secret. */
    public Redactor(String key, String secret) {
        this.credentials = text -> Redaction.of(key, secret, text);
    }

    /** Returns the text without what must not be shown, cut to the given number of characters. */
    public String redact(String text, int maxLength) {
        String safe = withoutSecrets(text);
        StringBuilder shown = new StringBuilder(Math.min(safe.length(), maxLength));
        for (int i = 0; i < safe.length() && shown.length() < maxLength; i++) {
            append(safe.charAt(i), shown);
        }
        return shown.length() > maxLength ? shown.substring(0, maxLength) : shown.toString();
    }

    /** Returns the exception, unless a stack trace of it would print what must not be shown. */
    public Optional<Throwable> safe(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> unseen = new ArrayDeque<>();
        add(thrown, seen, unseen);
        while (!unseen.isEmpty()) {
            Throwable next = unseen.remove();
            if (seen.size() > MAX_CAUSES || !isSafe(next.toString()) || !isSafe("" + next.getMessage())) {
                return Optional.empty();
            }
            add(next.getCause(), seen, unseen);
            for (Throwable suppressed : next.getSuppressed()) {
                add(suppressed, seen, unseen);
            }
        }
        return Optional.of(thrown);
    }

    /** Causes may form a ring. */
    private static void add(@Nullable Throwable thrown, Set<Throwable> seen, Deque<Throwable> unseen) {
        if (thrown != null && seen.add(thrown)) {
            unseen.add(thrown);
        }
    }

    private boolean isSafe(String text) {
        return withoutSecrets(text).equals(text);
    }

    private String withoutSecrets(String text) {
        return SIGNATURE.matcher(credentials.apply(text)).replaceAll("[signature]");
    }

    private static void append(char character, StringBuilder shown) {
        if (Character.isISOControl(character) || isInvisible(character)) {
            String hex = Integer.toHexString(character);
            shown.append("\\u").append(ZEROS.substring(hex.length())).append(hex);
        } else {
            shown.append(character);
        }
    }

    /** Direction marks and line separators can make a log line say something else. */
    private static boolean isInvisible(char character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
