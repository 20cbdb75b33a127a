package com.paycrypt.examples.cli;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a request that creates nothing shows of the settings.
 *
 * @param url whether a PayCrypt server is at the base URL
 * @param key whether that server knows the key
 * @param secret whether it is that key's
 * @param clock whether this machine's clock is right
 */
record ConnectionReport(Verdict url, Verdict key, Verdict secret, Verdict clock) {
    /** What is known of a setting; servers say of the first wrong one alone. */
    enum Verdict {
        RIGHT("right"),
        WRONG("WRONG"),
        NOT_KNOWN("not known");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    /** The server accepted the signature. */
    static ConnectionReport accepted(Verdict clock) {
        return new ConnectionReport(Verdict.RIGHT, Verdict.RIGHT, Verdict.RIGHT, clock);
    }

    /** What a failure shows. */
    static ConnectionReport of(PayCryptException failure) {
        if (!(failure instanceof PayCryptApiException response)) {
            return url(failure.outcome() == Outcome.NOT_SENT ? Verdict.WRONG : Verdict.NOT_KNOWN);
        }
        return switch (response.status() / 100) {
            case 3 -> url(Verdict.WRONG);
            case 4 -> rejected(response);
            default -> url(Verdict.NOT_KNOWN);
        };
    }

    /** Servers look at the key first; of a stale request they say so, though they may call it a bad signature. */
    private static ConnectionReport rejected(PayCryptApiException response) {
        String said = (response.code().orElse("") + ' ' + response.detail().orElse(""))
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        if (said.contains("invalid key")) {
            return new ConnectionReport(Verdict.RIGHT, Verdict.WRONG, Verdict.NOT_KNOWN, Verdict.NOT_KNOWN);
        }
        if (said.contains("stale") || said.contains("bad timestamp")) {
            return new ConnectionReport(Verdict.RIGHT, Verdict.RIGHT, Verdict.NOT_KNOWN, Verdict.WRONG);
        }
        if (said.contains("bad signature")) {
            return new ConnectionReport(Verdict.RIGHT, Verdict.RIGHT, Verdict.WRONG, Verdict.NOT_KNOWN);
        }
        if (said.contains("ip not allowed")) {
            return new ConnectionReport(Verdict.RIGHT, Verdict.RIGHT, Verdict.NOT_KNOWN, Verdict.NOT_KNOWN);
        }
        boolean elsewhere = response.status() == 404 || response.status() == 405;
        return url(elsewhere ? Verdict.WRONG : Verdict.NOT_KNOWN);
    }

    private static ConnectionReport url(Verdict url) {
        return new ConnectionReport(url, Verdict.NOT_KNOWN, Verdict.NOT_KNOWN, Verdict.NOT_KNOWN);
    }

    String text() {
        return words().entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    String json() {
        return SessionReport.write(words());
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("url", url.word);
        words.put("key", key.word);
        words.put("secret", secret.word);
        words.put("clock", clock.word);
        return words;
    }
}
