package com.paycrypt.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An HTML page with gaps, in a small part of Mustache: {@code {{name}}}, sections {@code {{#name}}...{{/name}}} and
 * {@code {{^name}}...{{/name}}}, partials {@code {{>name}}}, and three braces for markup that the sandbox itself has
 * made. Everything else that fills a gap is escaped. A name that the view does not have is an error.
 *
 * <p>No library does this, because the class path of a shop's tests is the shop's: frameworks configure themselves by
 * what they find there, and a template engine is one of those things.
 */
public final class Template {
    private final TemplateNode root;

    private Template(TemplateNode root) {
        this.root = root;
    }

    /**
     * Reads a template.
     *
     * @param owner the class beside which it lies
     * @param name its file name
     * @return the template
     */
    public static Template of(Class<?> owner, String name) {
        return new Template(new TemplateParser(text(owner, name), Template::partial).parse());
    }

    /**
     * Fills the gaps.
     *
     * @param view what fills them: a record, or a map by the names
     * @return the page
     */
    public String fill(Object view) {
        StringBuilder page = new StringBuilder(8192);
        root.write(page, new TemplateScope(view, null));
        return page.toString();
    }

    static String text(Class<?> owner, String name) {
        return new String(bytes(owner, name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Class<?> owner, String name) {
        try (InputStream resource = owner.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the sandbox is damaged: " + name, e);
        }
    }

    private static String partial(String name) {
        return text(Template.class, name + ".html");
    }
}
