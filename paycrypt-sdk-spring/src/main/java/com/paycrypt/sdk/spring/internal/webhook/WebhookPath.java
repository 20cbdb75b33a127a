package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * The path that PayCrypt delivers to. What is requested is compared segment by segment, decoded and without path
 * parameters, and more widely than Spring routes unless it is told to: in any case, with and without slashes that add
 * nothing. So no spelling leads past the verification, however the shop configures its routing.
 */
public final class WebhookPath {
    private final String text;
    private final PathContainer path;
    private final List<String> segments;

    private WebhookPath(String text) {
        this.text = text;
        this.path = PathContainer.parsePath(text);
        this.segments = segments(Stream.of(text.split("/")));
    }

    /**
     * Reads a path.
     *
     * @param property the property that it comes from
     * @param text the path
     * @return the path
     */
    public static WebhookPath of(String property, String text) {
        if (!text.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new PayCryptConfigurationException(
                    property + " cannot be used: \"" + text + "\"",
                    "Give a plain path as a controller's mapping spells it, such as /api/paycrypt/webhook: it starts"
                            + " with a slash, does not end with one, and has no variables, wildcards or blanks. A"
                            + " context path does not belong to it.");
        }
        return new WebhookPath(text);
    }

    public boolean is(PathContainer requested) {
        return is(segments(requested.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch())));
    }

    public boolean is(String decoded) {
        return is(segments(Stream.of(decoded.split("/"))));
    }

    private boolean is(List<String> requested) {
        return requested.size() == segments.size()
                && IntStream.range(0, segments.size())
                        .allMatch(i -> segments.get(i).equalsIgnoreCase(requested.get(i)));
    }

    private static List<String> segments(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).toList();
    }

    /** Whether a mapping with these patterns can be reached on this path. */
    public boolean isMappedBy(Collection<String> patterns) {
        return patterns.stream().anyMatch(this::isMappedBy);
    }

    boolean isMappedBy(String mapping) {
        try {
            return PathPatternParser.defaultInstance.parse(mapping).matches(path);
        } catch (PatternParseException antStyle) {
            return text.equals(mapping);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
