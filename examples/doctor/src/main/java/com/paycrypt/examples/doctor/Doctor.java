package com.paycrypt.examples.doctor;

import com.paycrypt.examples.cli.ExampleCommand;
import com.paycrypt.examples.cli.Problems;
import com.paycrypt.examples.doctor.Finding.Verdict;
import com.paycrypt.examples.doctor.Subject.Answering;
import com.paycrypt.sdk.auth.Credentials;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends right and wrong deliveries to a webhook URL, and reports whether what receives them is right and safe. */
@Command(
        name = "doctor",
        header = "Sends right and wrong deliveries to a webhook URL, and reports what the shop gets wrong.",
        sortOptions = false,
        usageHelpWidth = 100,
        footerHeading = "%n",
        footer = {
            "PAYCRYPT_KEY and PAYCRYPT_SECRET in the environment are those of the shop. The list at --events is a JSON",
            "array, one object per event that the shop's own code handled, oldest first: type, orderId, sessionId, and",
            "verdict, which is PAID if the event paid the order. Without it, the statuses alone are judged. The events",
            "name an order that no shop has, unless --order names one.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong",
            "1:something is wrong: why, and what to do, stands below each scenario",
            "2:an option or a setting is wrong, or nothing answers there"
        })
public final class Doctor extends ExampleCommand {
    private static final int HEALTHY = 0;
    private static final int ILL = 1;

    private final Account account;
    private final Clock clock;
    private final Delayer delayer;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Option(names = "--events", paramLabel = "URL", description = "where the shop lists the events it handled")
    private @Nullable String events;

    @Mixin
    private final OrderOptions order = new OrderOptions();

    @Option(names = "--answers-first", description = "the shop stores a delivery, answers, and handles it then")
    private boolean answersFirst;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "how long to wait until an event is listed; 5 unless given")
    private int listedWithin = 5;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SCENARIO",
            description = "runs these scenarios alone, by number or name")
    private List<String> only = List.of();

    @Option(names = "--json", description = "prints the report as one JSON object")
    private boolean json;

    /**
     * Creates the command.
     *
     * @param environment holds {@code PAYCRYPT_KEY} and {@code PAYCRYPT_SECRET}
     */
    public Doctor(Map<String, String> environment) {
        this(environment, Clock.systemUTC(), Delayer.real());
    }

    Doctor(Map<String, String> environment, Clock clock, Delayer delayer) {
        this.account = new Account(environment);
        this.clock = clock;
        this.delayer = delayer;
    }

    /**
     * Examines the receiver at a URL.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        new Doctor(System.getenv()).runAsProcess(args);
    }

    @Override
    protected Optional<IntSupplier> prepare(Problems problems) {
        Optional<URI> to = target.address(problems);
        Optional<URI> log = Optional.ofNullable(events)
                .flatMap(address -> problems.noting(() -> target.allowed("--events", address)));
        Optional<TestOrder> given = order.order(problems);
        Optional<Credentials> credentials =
                problems.noting(() -> account.credentials("PAYCRYPT_KEY", "PAYCRYPT_SECRET"));
        Optional<Set<Integer>> numbers = problems.noting(this::numbers);
        to.filter(address -> given.isEmpty() && !WebAddress.isLoopback(address))
                .ifPresent(address -> problems.add("a URL that is not on this machine needs a test order:"
                        + " --order, --amount and --currency of one that may be paid"));
        return problems.none() && credentials.isPresent()
                ? Optional.of(() -> examine(to.orElseThrow(), log, given, numbers.orElseThrow()))
                : Optional.empty();
    }

    private Set<Integer> numbers() {
        Set<Integer> all = new TreeSet<>(
                IntStream.rangeClosed(1, Examination.SCENARIOS.size()).boxed().toList());
        if (!only.isEmpty()) {
            all.retainAll(only.stream().map(Doctor::number).toList());
        }
        return all;
    }

    private static int number(String scenario) {
        return IntStream.rangeClosed(1, Examination.SCENARIOS.size())
                .filter(number -> scenario.equals(Integer.toString(number))
                        || scenario.equals(Examination.SCENARIOS.get(number - 1).name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--only takes numbers from 1 to "
                        + Examination.SCENARIOS.size() + " and names: there is no " + scenario));
    }

    private int examine(URI to, Optional<URI> log, Optional<TestOrder> given, Set<Integer> numbers) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        try (Sender sender = new Sender(to, target.timeout())) {
            Subject subject = new Subject(
                    run,
                    sender,
                    new Signatures(account.value("PAYCRYPT_KEY"), account.value("PAYCRYPT_SECRET"), clock),
                    log.map(address -> new EventLog(address, target.timeout())),
                    given.orElseGet(() -> TestOrder.invented(run)),
                    answersFirst ? Answering.AFTER_STORING : Answering.AFTER_HANDLING,
                    Duration.ofSeconds(listedWithin),
                    delayer);
            return report(new Report(to, new Examination(subject).run(numbers)));
        } catch (UnreachableException e) {
            say(e.getMessage() + ": nothing can be said of it. Is the shop running, and are the URLs right?");
            return USAGE;
        }
    }

    private int report(Report report) {
        print(json ? report.json() : report.text());
        return report.count(Verdict.FAIL) == 0 ? HEALTHY : ILL;
    }
}
