package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.examples.cli.ExampleCommand;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** One run of a command: its exit code and what it printed. */
record Run(int exitCode, String out, String err) {
    static final Map<String, String> ACCOUNT = Map.of(
            "PAYCRYPT_KEY",
            HandWritten.KEY,
            "PAYCRYPT_SECRET",
            HandWritten.SECRET,
            "PAYCRYPT_SECOND_KEY",
            "pk_second",
            "PAYCRYPT_SECOND_SECRET",
            "sk_second");

    static Run doctor(String... args) {
        return doctor(ACCOUNT, args);
    }

    static Run doctor(Map<String, String> environment, String... args) {
        return of(new Doctor(environment, Clock.systemUTC(), time -> {}), args);
    }

    static Run trigger(String... args) {
        return of(new Trigger(ACCOUNT, Clock.systemUTC(), () -> client("http://127.0.0.1:9")), args);
    }

    static Run triggerWith(String server, String... args) {
        return of(new Trigger(ACCOUNT, Clock.systemUTC(), () -> client(server)), args);
    }

    private static PayCryptClient client(String server) {
        return PayCryptClient.builder(server, Credentials.of(HandWritten.KEY, HandWritten.SECRET))
                .build();
    }

    private static Run of(ExampleCommand command, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = command.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
        return new Run(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
