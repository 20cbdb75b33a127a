package com.paycrypt.sdk.spring;

import java.util.Collection;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * The path that PayCrypt delivers to, compared as Spring routes: segment by segment, decoded and without path
 * parameters. So no other spelling of the path leads past the verification.
 */
final class WebhookPath {
    private final String text;
    private final PathContainer path;
    private final PathPattern pattern;

    private WebhookPath(String text) {
        this.text = text;
        this.path = PathContainer.parsePath(text);
        this.pattern = PathPatternParser.defaultInstance.parse(text);
    }

    static WebhookPath of(String text) {
        if (!text.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.path cannot be used: \"" + text + "\"",
                    "Give a plain path as a controller's mapping spells it, such as /api/paycrypt/webhook: it starts"
                            + " with a slash, does not end with one, and has no variables, wildcards or blanks. A"
                            + " context path does not belong to it.");
        }
        return new WebhookPath(text);
    }

    boolean is(PathContainer requested) {
        return pattern.matches(requested);
    }

    boolean is(String decoded) {
        return text.equals(decoded);
    }

    /** Whether a mapping with these patterns can be reached on this path. */
    boolean isMappedBy(Collection<String> patterns) {
        return patterns.stream().anyMatch(this::isMappedBy);
    }

    private boolean isMappedBy(String mapping) {
        try {
            return PathPatternParser.defaultInstance.parse(mapping).matches(path);
        } catch (PatternParseException antStyle) {
            return text.equals(mapping);
        }
    }

    /** Whether nothing but this path leads to a mapping with these patterns. */
    boolean isAllOf(Collection<String> patterns) {
        return !patterns.isEmpty() && patterns.stream().allMatch(this::isMappedBy);
    }

    @Override
    public String toString() {
        return text;
    }
}
