package com.paycrypt.examples.cli;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
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
            "each on the error output."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is a session",
            "1:there is no session: rejected or unreachable",
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

    @Option(names = "--verbose", description = "tells every attempt on the error output")
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
    protected Optional<IntSupplier> prepare(Problems problems) {
        Optional<PaymentSessionRequest> request =
                problems.none() ? problems.noting(options::request) : Optional.empty();
        Optional<PayCryptClient> client = problems.noting(clients);
        if (request.isEmpty() || client.isEmpty()) {
            client.ifPresent(PayCryptClient::close);
            return Optional.empty();
        }
        return Optional.of(() -> create(client.get(), request.get()));
    }

    private int create(PayCryptClient settings, PaymentSessionRequest request) {
        CallNotes notes = new CallNotes(verbose ? CallNotes.Detail.EVERYTHING : CallNotes.Detail.NOTABLE, this::say);
        try (settings;
                PayCryptClient client = settings.toBuilder().listener(notes).build()) {
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
        return failure.outcome() == Outcome.UNKNOWN ? UNKNOWN : NO_SESSION;
    }
}
