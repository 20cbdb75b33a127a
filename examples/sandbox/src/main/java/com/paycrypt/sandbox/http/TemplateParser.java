package com.paycrypt.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a template once. */
final class TemplateParser {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\{([\\w.]+)\\}\\}\\}|\\{\\{([#^/>]?)([\\w.]+)\\}\\}");

    private final String source;
    private final Matcher tags;
    private final UnaryOperator<String> partials;
    private int position;

    TemplateParser(String source, UnaryOperator<String> partials) {
        this.source = source;
        this.tags = TAG.matcher(source);
        this.partials = partials;
    }

    TemplateNode parse() {
        return parseUntil("");
    }

    /** Reads up to the end of a section, or of the text if there is none. */
    private TemplateNode parseUntil(String section) {
        List<TemplateNode> parts = new ArrayList<>();
        while (tags.find()) {
            parts.add(TemplateNode.text(source.substring(position, tags.start())));
            position = tags.end();
            if ("/".equals(tags.group(2))) {
                require(section.equals(tags.group(3)));
                return TemplateNode.all(parts);
            }
            parts.add(tag());
        }
        require(section.isEmpty());
        parts.add(TemplateNode.text(source.substring(position)));
        return TemplateNode.all(parts);
    }

    private TemplateNode tag() {
        if (tags.group(1) != null) {
            return TemplateNode.markup(tags.group(1));
        }
        String name = tags.group(3);
        return switch (tags.group(2)) {
            case "#" -> TemplateNode.section(name, parseUntil(name));
            case "^" -> TemplateNode.inverted(name, parseUntil(name));
            case ">" -> new TemplateParser(partials.apply(name), partials).parse();
            default -> TemplateNode.escaped(name);
        };
    }

    private void require(boolean closed) {
        if (!closed) {
            throw new IllegalStateException("a section is not closed before character " + position + " of " + source);
        }
    }
}
