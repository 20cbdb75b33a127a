package com.paycrypt.examples.cli;

import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The options of {@code create-session}, read into a request. */
final class SessionOptions {
    static final String HELP = """
            Usage: create-session --order-id ID --amount AMOUNT --currency CODE --success-url URL --cancel-url URL [options]

              --order-id ID           the shop's own name for the order
              --amount AMOUNT         a plain decimal, such as 49.00
              --currency CODE         such as USD
              --success-url URL       where the customer goes after paying
              --cancel-url URL        where the customer goes after giving up
              --webhook-url URL       where PayCrypt tells of the payment
              --customer-email EMAIL  the customer's address
              --metadata NAME=VALUE   anything of the shop's own; may be given several times

            PAYCRYPT_BASE_URL, PAYCRYPT_KEY and PAYCRYPT_SECRET in the environment name the server and the account.

            Prints the session as JSON and exits with 0. Otherwise one message goes to the error output:
              1  there is no session: refused or unreachable
              2  an option or a setting is wrong, and nothing was sent
              3  unknown: the session may have been created, but there is no usable answer; to ask again for the same
                 order is safe""";

    private static final List<String> REQUIRED =
            List.of("--order-id", "--amount", "--currency", "--success-url", "--cancel-url");
    private static final List<String> OPTIONAL = List.of("--webhook-url", "--customer-email");
    private static final String METADATA = "--metadata";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SessionOptions() {}

    static boolean askForHelp(String... args) {
        return Arrays.asList(args).contains("--help");
    }

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException naming everything that is wrong with them
     */
    static PaymentSessionRequest parse(String... args) {
        SessionOptions options = new SessionOptions();
        options.read(Arrays.asList(args).iterator());
        REQUIRED.stream().filter(name -> !options.values.containsKey(name)).forEach(options::missing);
        if (!options.problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "these options cannot be used:\n  - " + String.join("\n  - ", options.problems));
        }
        return options.request();
    }

    private void read(Iterator<String> args) {
        while (args.hasNext()) {
            String[] option = args.next().split("=", 2);
            if (!isKnown(option[0])) {
                problems.add("unknown option " + option[0]);
            } else if (option.length == 2) {
                take(option[0], option[1]);
            } else if (args.hasNext()) {
                take(option[0], args.next());
            } else {
                problems.add(option[0] + " needs a value");
            }
        }
    }

    private static boolean isKnown(String name) {
        return REQUIRED.contains(name) || OPTIONAL.contains(name) || name.equals(METADATA);
    }

    private void take(String name, String value) {
        if (name.equals(METADATA)) {
            takeMetadata(value);
        } else if (values.putIfAbsent(name, value) != null) {
            problems.add(name + " is given twice");
        }
    }

    private void takeMetadata(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            problems.add("--metadata takes NAME=VALUE, not " + pair);
        } else if (metadata.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
            problems.add("--metadata " + pair.substring(0, equals) + " is given twice");
        }
    }

    private void missing(String name) {
        if (problems.stream().noneMatch(problem -> problem.startsWith(name + " "))) {
            problems.add(name + " is missing");
        }
    }

    private PaymentSessionRequest request() {
        PaymentSessionRequest.Builder request = PaymentSessionRequest.builder()
                .orderId(value("--order-id"))
                .amount(value("--amount"), value("--currency"))
                .successUrl(value("--success-url"))
                .cancelUrl(value("--cancel-url"));
        ifGiven("--webhook-url", request::webhookUrl);
        ifGiven("--customer-email", request::customerEmail);
        metadata.forEach(request::metadata);
        return request.build();
    }

    private void ifGiven(String name, Consumer<String> setter) {
        if (values.containsKey(name)) {
            setter.accept(value(name));
        }
    }

    private String value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
