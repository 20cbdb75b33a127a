package com.paycrypt.examples.cli;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.LogManager;

/** Creates one payment session and prints it as JSON; the exit code says what became of it. */
public final class CreateSession {
    /** The session was created. */
    static final int CREATED = 0;
    /** There is no session: refused or unreachable. */
    static final int NO_SESSION = 1;
    /** Arguments or settings are wrong: nothing was sent. */
    static final int NOT_SENT = 2;
    /** There may be a session that nobody knows of: no answer, a failing server, or an answer that is no session. */
    static final int UNKNOWN = 3;

    private final Supplier<PayCryptClient> clients;
    private final PrintStream out;
    private final PrintStream err;

    CreateSession(Supplier<PayCryptClient> clients, PrintStream out, PrintStream err) {
        this.clients = clients;
        this.out = out;
        this.err = err;
    }

    /**
     * Creates a session on the server that {@code PAYCRYPT_BASE_URL}, {@code PAYCRYPT_KEY} and {@code PAYCRYPT_SECRET}
     * name.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        // The one message of a failure is ours: the log would only say it twice.
        LogManager.getLogManager().reset();
        System.exit(new CreateSession(PayCryptClient::fromEnvironment, System.out, System.err).run(args));
    }

    /** Runs the command and returns its exit code. */
    int run(String... args) {
        if (SessionOptions.askForHelp(args)) {
            out.println(SessionOptions.HELP);
            return CREATED;
        }
        List<String> problems = new ArrayList<>();
        Optional<PaymentSessionRequest> request = noting(problems, () -> SessionOptions.parse(args));
        Optional<PayCryptClient> client = noting(problems, clients);
        try (PayCryptClient payCrypt = client.orElse(null)) {
            return payCrypt == null || request.isEmpty() ? notSent(problems) : create(payCrypt, request.get());
        }
    }

    private int create(PayCryptClient payCrypt, PaymentSessionRequest request) {
        try {
            out.println(payCrypt.paymentSessions().create(request).toJson());
            return CREATED;
        } catch (PayCryptException e) {
            say(String.valueOf(e.getMessage()));
            return exitCode(e);
        }
    }

    private int notSent(List<String> problems) {
        problems.add("nothing was sent; --help lists the options");
        say(String.join("\n", problems));
        return NOT_SENT;
    }

    private void say(String message) {
        err.println("create-session: " + message);
    }

    private static int exitCode(PayCryptException failure) {
        return failure.outcome() == Outcome.UNKNOWN ? UNKNOWN : NO_SESSION;
    }

    private static <T> Optional<T> noting(List<String> problems, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
