package com.paycrypt.sandbox;

import com.paycrypt.sandbox.model.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The options of the command line: {@code --name value} or {@code --name=value}. */
final class Options {
    static final String USAGE = """
            Options:
              -p, --port P               port on 127.0.0.1; 0 takes a free one (default 8090)
              -k, --key K                API key (default sandbox_key)
              -s, --secret S             its secret (default sandbox_secret)
              -d, --dialect D            behave like: guide, older or newer (default guide)
                  --retry S,S            seconds before each further attempt of a webhook (default none)
                  --allow-webhook-host H send webhooks to this host, too, which is not this machine; may be repeated
                  --seed N               make the same session ids on every run
              -q, --quiet                do not print what happens
              -h, --help                 this text""";

    private final SandboxBuilder builder = Sandbox.builder();
    private int port = 8090;
    private String key = "sandbox_key";
    private String secret = "sandbox_secret";
    private boolean quiet;
    private boolean help;

    private Options() {}

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with one clear sentence if they cannot be used
     */
    static Options parse(List<String> arguments) {
        Options options = new Options();
        Iterator<String> rest = separated(arguments).iterator();
        while (rest.hasNext()) {
            options.take(rest.next(), rest);
        }
        return options;
    }

    boolean asksForHelp() {
        return help;
    }

    boolean isQuiet() {
        return quiet;
    }

    SandboxBuilder toBuilder() {
        return builder.port(port).credentials(key, secret);
    }

    private static List<String> separated(List<String> arguments) {
        List<String> separated = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            if (equals > 0) {
                separated.add(argument.substring(0, equals));
            }
            separated.add(argument.substring(equals + 1));
        }
        return separated;
    }

    private void take(String option, Iterator<String> rest) {
        switch (option) {
            case "-p", "--port" -> port = toPort(value(option, rest));
            case "-k", "--key" -> key = value(option, rest);
            case "-s", "--secret" -> secret = value(option, rest);
            case "-d", "--dialect" -> builder.dialect(toDialect(value(option, rest)));
            case "--retry" -> builder.retryAfter(toDelays(value(option, rest)));
            case "--allow-webhook-host" -> builder.allowWebhookHost(value(option, rest));
            case "--seed" -> builder.seed(toSeed(value(option, rest)));
            case "-q", "--quiet" -> quiet = true;
            case "-h", "--help" -> help = true;
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

    private static long toSeed(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException("--seed must be a number, not " + text);
        }
        return Long.parseLong(text);
    }

    private static Duration[] toDelays(String text) {
        if (!text.matches("none|[0-9]{1,6}(,[0-9]{1,6})*")) {
            throw new IllegalArgumentException("--retry must be none or seconds such as 5,30,120, not " + text);
        }
        String[] delays = text.equals("none") ? new String[0] : text.split(",");
        return Arrays.stream(delays).map(Long::valueOf).map(Duration::ofSeconds).toArray(Duration[]::new);
    }

    private static Dialect toDialect(String text) {
        return Dialect.of(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("--dialect must be guide, older or newer, not " + text));
    }
}
