package com.paycrypt.sandbox.http;

import java.util.List;

/** A part of a template. */
@FunctionalInterface
interface TemplateNode {
    void write(StringBuilder page, TemplateScope scope);

    static TemplateNode text(String text) {
        return (page, scope) -> page.append(text);
    }

    static TemplateNode escaped(String name) {
        return (page, scope) -> page.append(escape(scope.text(name)));
    }

    static TemplateNode markup(String name) {
        return (page, scope) -> page.append(scope.text(name));
    }

    static TemplateNode all(List<TemplateNode> parts) {
        List<TemplateNode> copy = List.copyOf(parts);
        return (page, scope) -> copy.forEach(part -> part.write(page, scope));
    }

    static TemplateNode section(String name, TemplateNode content) {
        return (page, scope) -> scope.each(name).forEach(inner -> content.write(page, inner));
    }

    static TemplateNode inverted(String name, TemplateNode content) {
        return (page, scope) -> {
            if (scope.each(name).isEmpty()) {
                content.write(page, scope);
            }
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
