package com.paycrypt.sandbox;

import com.paycrypt.sandbox.wire.Dialect;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The options of the command line. */
final class Options {
    static final String USAGE = """
            Options:
              --port P       port on 127.0.0.1; 0 takes a free one (default 8090)
              --key K        API key (default sandbox_key)
              --secret S     its secret (default sandbox_secret)
              --dialect D    answer like: guide, older or newer (default guide)
              --retry S,S    seconds before each further attempt of a webhook, or none (default 5,30,120)
              --help         this text""";

    private int port = 8090;
    private String key = "sandbox_key";
    private String secret = "sandbox_secret";
    private Dialect dialect = Dialect.GUIDE;
    private Optional<Duration[]> retries = Optional.empty();
    private boolean help;

    private Options() {}

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with one clear sentence if they cannot be used
     */
    static Options parse(List<String> arguments) {
        Options options = new Options();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            options.take(rest.next(), rest);
        }
        return options;
    }

    boolean asksForHelp() {
        return help;
    }

    int port() {
        return port;
    }

    SandboxBuilder toBuilder() {
        SandboxBuilder builder =
                Sandbox.builder().port(port).credentials(key, secret).dialect(dialect);
        retries.ifPresent(builder::retryAfter);
        return builder;
    }

    private void take(String option, Iterator<String> rest) {
        switch (option) {
            case "--port" -> port = toPort(value(option, rest));
            case "--key" -> key = value(option, rest);
            case "--secret" -> secret = value(option, rest);
            case "--dialect" -> dialect = toDialect(value(option, rest));
            case "--retry" -> retries = toWaits(value(option, rest));
            case "--help", "-h" -> help = true;
            default -> throw new IllegalArgumentException("unknown option " + option);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        try {
            return rest.next();
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException(option + " needs a value", e);
        }
    }

    private static int toPort(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static Optional<Duration[]> toWaits(String text) {
        if (!text.matches("none|[0-9]{1,6}(,[0-9]{1,6})*")) {
            throw new IllegalArgumentException("--retry must be none or seconds such as 5,30,120, not " + text);
        }
        String[] waits = text.equals("none") ? new String[0] : text.split(",");
        return Optional.of(
                Arrays.stream(waits).map(Long::valueOf).map(Duration::ofSeconds).toArray(Duration[]::new));
    }

    private static Dialect toDialect(String text) {
        return Arrays.stream(Dialect.values())
                .filter(known -> known.label().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--dialect must be guide, older or newer, not " + text));
    }
}
