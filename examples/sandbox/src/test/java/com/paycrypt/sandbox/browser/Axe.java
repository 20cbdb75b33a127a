package com.paycrypt.sandbox.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The script of axe-core, which looks for what people with disabilities stumble over. */
final class Axe {
    /** Defines {@code loadAxe()} in each page: to send all of it to each page anew takes far longer than to run it. */
    static final String LOADER = "window.loadAxe = () => {" + read() + "}";

    private Axe() {}

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
