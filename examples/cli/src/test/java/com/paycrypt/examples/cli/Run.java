package com.paycrypt.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.sdk.PayCryptClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One run of the command: its exit code and what it printed. */
record Run(int exitCode, String out, String err) {
    /** Options of which none is wrong. */
    static final List<String> GOOD = List.of(
            "--order-id=ORD-123",
            "--amount=49.00",
            "--currency=USD",
            "--success-url=https://merchant.tld/success",
            "--cancel-url=https://merchant.tld/cancel");

    static Run good(Supplier<PayCryptClient> clients, String... more) {
        return with(clients, Stream.concat(GOOD.stream(), Stream.of(more)).toArray(String[]::new));
    }

    static Run with(Supplier<PayCryptClient> clients, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new CreateSession(clients)
                .run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
        return new Run(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Whether there is one message, for people; where several things are wrong, it lists them. */
    boolean saysOneThing() {
        return out.isEmpty()
                && err.startsWith("create-session: ")
                && err.indexOf("create-session: ", 1) < 0
                && !err.contains("\tat ")
                && (exitCode == 2 || err.lines().count() == 1);
    }
}
