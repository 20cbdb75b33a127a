package com.paycrypt.sandbox.http;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An HTML page with gaps. What fills them is escaped, always but for markup the sandbox itself has made. */
public final class Template {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Template::partial);

    private final com.samskivert.mustache.Template compiled;

    private Template(com.samskivert.mustache.Template compiled) {
        this.compiled = compiled;
    }

    /**
     * Reads a template.
     *
     * @param owner the class beside which it lies
     * @param name its file name
     * @return the template
     */
    public static Template of(Class<?> owner, String name) {
        return new Template(COMPILER.compile(text(owner, name)));
    }

    /**
     * Fills the gaps.
     *
     * @param view what fills them: a map, or an object with methods of their names
     * @return the page
     */
    public String fill(Object view) {
        return compiled.execute(view);
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

    private static Reader partial(String name) {
        return new StringReader(text(Template.class, name + ".mustache"));
    }
}
