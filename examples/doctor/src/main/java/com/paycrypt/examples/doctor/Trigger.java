package com.paycrypt.examples.doctor;

import com.paycrypt.examples.cli.ExampleCommand;
import com.paycrypt.examples.cli.Problems;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends events to a webhook URL as PayCrypt does, or as PayCrypt should not. */
@Command(
        name = "trigger",
        header = "Sends events to a webhook URL as PayCrypt does; with options, twice, late, in the wrong order.",
        sortOptions = false,
        usageHelpWidth = 100,
        footerHeading = "%n",
        footer = {
            "PAYCRYPT_KEY and PAYCRYPT_SECRET in the environment are those of the shop; with --session alone,",
            "PAYCRYPT_BASE_URL is asked for the session's order and amount.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every delivery was answered as expected",
            "1:one was answered otherwise, or not at all",
            "2:an option or a setting is wrong, and nothing was sent"
        })
public final class Trigger extends ExampleCommand {
    private static final int AS_EXPECTED = 0;
    private static final int OTHERWISE = 1;

    private final Account account;
    private final Clock clock;
    private final Supplier<PayCryptClient> clients;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final EventOptions events = new EventOptions();

    @Mixin
    private final OrderOptions order = new OrderOptions();

    @Option(
            names = "--sign-as",
            paramLabel = "WHO",
            description =
                    "own unless given; second (PAYCRYPT_SECOND_KEY, PAYCRYPT_SECOND_SECRET), wrong-key, wrong-secret")
    private SignAs signAs = SignAs.OWN;

    @Option(names = "--twice", description = "sends each delivery a second time, as it is")
    private boolean twice;

    @Option(names = "--out-of-order", description = "signs the events in the order given, sends the last one first")
    private boolean outOfOrder;

    @Option(names = "--expect", paramLabel = "STATUS", description = "the status to expect; any success unless given")
    private int expected;

    @Option(names = "--json", description = "prints one JSON object per delivery")
    private boolean json;

    Trigger(Map<String, String> environment, Clock clock, Supplier<PayCryptClient> clients) {
        this.account = new Account(environment);
        this.clock = clock;
        this.clients = clients;
    }

    /**
     * Sends events to a URL.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        new Trigger(System.getenv(), Clock.systemUTC(), PayCryptClient::fromEnvironment).runAsProcess(args);
    }

    @Override
    protected Optional<IntSupplier> prepare(Problems problems) {
        Optional<URI> to = target.address(problems);
        Optional<TestOrder> given = order.order(problems);
        Optional<Credentials> credentials = problems.noting(this::credentials);
        events.check(problems);
        if (!problems.none() || to.isEmpty() || credentials.isEmpty()) {
            return Optional.empty();
        }
        return problems.noting(() -> bodies(given)).map(bodies -> () -> deliver(to.get(), credentials.get(), bodies));
    }

    private Credentials credentials() {
        Credentials own = account.credentials("PAYCRYPT_KEY", "PAYCRYPT_SECRET");
        return switch (signAs) {
            case OWN -> own;
            case SECOND -> account.credentials("PAYCRYPT_SECOND_KEY", "PAYCRYPT_SECOND_SECRET");
            case WRONG_KEY -> Credentials.of(own.key() + "x", account.value("PAYCRYPT_SECRET"));
            case WRONG_SECRET -> Credentials.of(own.key(), account.value("PAYCRYPT_SECRET") + "x");
        };
    }

    private List<EventOptions.Body> bodies(Optional<TestOrder> given) {
        return events.bodies(given.orElseGet(this::order), clock);
    }

    /** The order of the session that the server knows; one that no shop has if no session is named. */
    private TestOrder order() {
        return events.needsSession() ? retrieve(events.session()) : TestOrder.invented(Long.toString(clock.millis()));
    }

    private TestOrder retrieve(String session) {
        try (PayCryptClient client = clients.get()) {
            return SessionOrder.of(client.paymentSessions().retrieve(session));
        } catch (PayCryptException e) {
            throw new IllegalArgumentException(
                    "the session cannot be looked up, so give --order and --amount: " + e.getMessage(), e);
        }
    }

    private int deliver(URI to, Credentials credentials, List<EventOptions.Body> bodies) {
        try (Sender sender = new Sender(to, target.timeout())) {
            List<EventOptions.Signed> deliveries = new ArrayList<>();
            for (EventOptions.Body body : bodies) {
                WebhookSigner signer = WebhookSigner.of(credentials, Clock.offset(clock, body.offset()));
                deliveries.add(outOfOrder ? 0 : deliveries.size(), body.signed(signer));
            }
            return deliveries.stream()
                    .mapToInt(delivery -> send(sender, delivery))
                    .max()
                    .orElse(AS_EXPECTED);
        } catch (UnreachableException e) {
            say(e.getMessage() + ". Is the shop running?");
            return OTHERWISE;
        }
    }

    private int send(Sender sender, EventOptions.Signed signed) {
        int first = report(signed.type(), sender.send(signed.delivery()));
        return twice ? Math.max(first, report(signed.type(), sender.send(signed.delivery()))) : first;
    }

    private int report(String type, Exchange exchange) {
        print(json ? ExchangeReport.json(type, exchange) : ExchangeReport.text(type, exchange));
        boolean right = expected == 0 ? exchange.isSuccess() : exchange.status() == expected;
        return right ? AS_EXPECTED : OTHERWISE;
    }
}
