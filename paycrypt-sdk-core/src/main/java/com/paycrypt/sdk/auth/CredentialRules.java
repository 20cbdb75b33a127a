package com.paycrypt.sdk.auth;

import com.paycrypt.sdk.internal.text.SettingRules;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for keys and secrets, with errors that say what to do and never quote the value. */
final class CredentialRules {
    private CredentialRules() {}

    /** Reports both at once if both are wrong. */
    static void check(@Nullable String key, @Nullable String secret) {
        String wrongKey = keyMistake(key);
        String wrongSecret = secretMistake(secret);
        if (wrongKey != null || wrongSecret != null) {
            throw new IllegalArgumentException(
                    Stream.of(Optional.ofNullable(wrongKey), Optional.ofNullable(wrongSecret))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining("; ")));
        }
    }

    private static @Nullable String keyMistake(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return "the API key is missing or blank: set it to the key that PayCrypt issued (PAYCRYPT_KEY)";
        }
        String setting = SettingRules.violation(key);
        if (setting != null) {
            return "the API key " + setting + " (PAYCRYPT_KEY)";
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < 0x21 || key.charAt(i) > 0x7E) {
                return "the API key has a character at position " + i
                        + " that is not visible ASCII: look for a space or a line end picked up from a file, and remove it"
                        + " (PAYCRYPT_KEY)";
            }
        }
        return null;
    }

    private static @Nullable String secretMistake(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            return "the secret is missing or blank: set it to the secret of the API key (PAYCRYPT_SECRET)";
        }
        String setting = SettingRules.violation(secret);
        if (setting != null) {
            return "the secret " + setting + " (PAYCRYPT_SECRET)";
        }
        return !isBlank(secret.charAt(0)) && !isBlank(secret.charAt(secret.length() - 1))
                ? null
                : "the secret has whitespace at its ends: look for a space or a line end picked up from a file, and remove it"
                        + " (PAYCRYPT_SECRET)";
    }

    /** No-break spaces and byte order marks are picked up from documents and files, too, and strip() leaves them. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
