package com.paycrypt.examples.cli;

import com.paycrypt.examples.cli.ConnectionReport.Verdict;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates one payment session and prints it; the exit code says what became of it. */
@Command(
        name = "create-session",
        header = "Creates one payment session and prints its id and its checkout page.",
        sortOptions = false,
        usageHelpWidth = 100,
        footerHeading = "%n",
        footer = {
            "PAYCRYPT_BASE_URL, PAYCRYPT_KEY and PAYCRYPT_SECRET in the environment name the server and the account.",
            "What the result does not show (a wrong clock, a retry, a session that was there already) is one line",
            "each on the error output.",
            "--check needs no other option and creates nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is a session; with --check: all is right",
            "1:there is no session: rejected or unreachable; with --check: something is wrong",
            "2:an option or a setting is wrong, and nothing was sent",
            "3:unknown: the session may have been created, but there is no usable response; asking again for the same"
                    + " order is safe"
        })
public final class CreateSession extends ExampleCommand {
    /** There is a session. */
    static final int CREATED = 0;
    /** There is no session: rejected or unreachable. */
    static final int NO_SESSION = 1;
    /** There may be a session: no response, a failing server, or a response that is not a session. */
    static final int UNKNOWN = 3;

    private final Supplier<PayCryptClient> clients;

    @Mixin
    private final SessionOptions options = new SessionOptions();

    @Option(names = "--json", description = "prints the session, or the error, as one JSON object")
    private boolean json;

    @Option(
            names = "--check",
            description = "creates nothing, and says whether URL, key, secret and clock are right, a line each")
    private boolean check;

    @Option(names = "--verbose", description = "prints every attempt on the error output")
    private boolean verbose;

    CreateSession(Supplier<PayCryptClient> clients) {
        this.clients = clients;
    }

    /**
     * Creates a session on the server that {@code PAYCRYPT_BASE_URL}, {@code PAYCRYPT_KEY} and {@code PAYCRYPT_SECRET}
     * name.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        new CreateSession(PayCryptClient::fromEnvironment).runAsProcess(args);
    }

    @Override
    protected boolean isProblem(Exception error) {
        return !(check && error instanceof MissingParameterException);
    }

    @Override
    protected Optional<IntSupplier> prepare(Problems problems) {
        return check ? problems.noting(clients).map(client -> () -> check(client)) : prepareSession(problems);
    }

    private Optional<IntSupplier> prepareSession(Problems problems) {
        Optional<PaymentSessionRequest> request =
                problems.none() ? problems.noting(options::request) : Optional.empty();
        Optional<PayCryptClient> client = problems.noting(clients);
        if (request.isEmpty() || client.isEmpty()) {
            client.ifPresent(PayCryptClient::close);
            return Optional.empty();
        }
        return Optional.of(() -> create(client.get(), request.get()));
    }

    private int check(PayCryptClient settings) {
        AtomicBoolean corrected = new AtomicBoolean();
        try (settings;
                PayCryptClient client = settings.toBuilder()
                        .listener(notes())
                        .listener(call -> new ClockWatch(corrected))
                        .build()) {
            client.verifyConnection();
            print(ConnectionReport.accepted(corrected.get() ? Verdict.WRONG : Verdict.RIGHT));
            return corrected.get() ? NO_SESSION : CREATED;
        } catch (PayCryptException e) {
            print(ConnectionReport.of(e));
            say(String.valueOf(e.getMessage()));
            return exitCode(e);
        }
    }

    private void print(ConnectionReport report) {
        print(json ? report.json() : report.text());
    }

    private CallNotes notes() {
        return new CallNotes(verbose ? CallNotes.Detail.EVERYTHING : CallNotes.Detail.NOTABLE, this::say);
    }

    private int create(PayCryptClient settings, PaymentSessionRequest request) {
        try (settings;
                PayCryptClient client = settings.toBuilder().listener(notes()).build()) {
            report(client.paymentSessions().create(request));
            return CREATED;
        } catch (PayCryptException e) {
            return fail(e);
        }
    }

    private void report(PaymentSession session) {
        if (session.call().filter(call -> call.status() == 200).isPresent()) {
            say("order " + options.orderId() + " had this session already (200, not 201): its amount is the one it was"
                    + " created with, whatever this request says");
        }
        print(json ? SessionReport.json(session) : SessionReport.text(session));
    }

    private int fail(PayCryptException failure) {
        if (json) {
            print(SessionReport.json(failure));
        }
        say(String.valueOf(failure.getMessage()));
        return exitCode(failure);
    }

    private static int exitCode(PayCryptException failure) {
        return failure.outcome() == Outcome.UNKNOWN ? UNKNOWN : NO_SESSION;
    }

    /** Notices that this machine's clock was found to be wrong. */
    private record ClockWatch(AtomicBoolean corrected) implements CallObserver {
        @Override
        public void clockCorrected(Duration offset) {
            corrected.set(!offset.isZero());
        }
    }
}
