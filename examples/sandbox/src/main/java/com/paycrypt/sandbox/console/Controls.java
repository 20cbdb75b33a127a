package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.http.Form;
import com.paycrypt.sandbox.http.Handler;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SameOrigin;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.model.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a developer can turn from outside: plain forms, for people on the console and for scripts alike.
 *
 * <p>{@code POST /controls/dialect} with {@code dialect}; {@code POST /controls/clock} with {@code seconds};
 * {@code POST /controls/rules} with {@code fault} and, each optional, {@code times}, {@code seconds}, {@code session} and
 * {@code type}; {@code POST /controls/rules/clear}; {@code POST /sessions} with {@code amount}, {@code currency} and, each
 * optional, {@code order_id} and {@code webhook_url}; {@code POST /sessions/{id}/events} with {@code type}. Each answers
 * 303 to the console, or 400 if a field cannot be used.
 */
final class Controls {
    private final ConsoleSetup setup;

    Controls(ConsoleSetup setup) {
        this.setup = setup;
    }

    void addTo(Router router) {
        add(router, "/controls/dialect", (request, form) -> switchDialect(form));
        add(router, "/controls/clock", (request, form) -> moveClock(form));
        add(router, "/controls/rules", (request, form) -> addRule(form));
        add(router, "/controls/rules/clear", (request, form) -> {
            setup.ledger().rules().clear();
            return Optional.of("/");
        });
        add(router, "/sessions", (request, form) -> create(form));
        add(router, "/sessions/{}/events", this::trigger);
    }

    private static void add(Router router, String path, Control control) {
        Handler handler = request -> control.turn(request, Form.of(request))
                .map(Response::seeOther)
                .orElseGet(() -> Response.error(400, "invalid_control"));
        router.on("POST", path, new SameOrigin(handler));
    }

    private Optional<String> switchDialect(Form form) {
        Optional<Dialect> wanted = form.field("dialect").flatMap(Dialect::of);
        wanted.ifPresent(setup.switchDialect());
        return wanted.map(dialect -> "/");
    }

    private Optional<String> moveClock(Form form) {
        Optional<Duration> wanted = form.number("seconds", 0, 10_000_000).map(Duration::ofSeconds);
        wanted.ifPresent(setup.advance());
        return wanted.map(time -> "/");
    }

    private Optional<String> addRule(Form form) {
        return form.field("fault")
                .flatMap(Fault::of)
                .map(Rule::of)
                .flatMap(rule -> limited(rule, form))
                .filter(setup.ledger().rules()::add)
                .map(rule -> "/");
    }

    /** An empty field is no limit; one that holds nonsense makes the rule invalid. */
    private static Optional<Rule> limited(Rule rule, Form form) {
        Optional<Integer> times = form.number("times", 1, 100_000);
        Optional<Integer> seconds = form.number("seconds", 1, 10_000_000);
        if ((isGiven(form, "times") && times.isEmpty()) || (isGiven(form, "seconds") && seconds.isEmpty())) {
            return Optional.empty();
        }
        Rule limited = times.map(rule::times).orElse(rule);
        limited = seconds.map(Duration::ofSeconds).map(limited::lasting).orElse(limited);
        limited = given(form, "session").map(limited::session).orElse(limited);
        return Optional.of(given(form, "type").map(limited::type).orElse(limited));
    }

    private Optional<String> create(Form form) {
        Optional<BigDecimal> amount = given(form, "amount")
                .filter(text -> text.matches("[0-9]{1,16}(\\.[0-9]{1,2})?"))
                .map(BigDecimal::new)
                .filter(value -> value.signum() > 0);
        Optional<String> currency = given(form, "currency").filter(text -> text.matches("[A-Za-z0-9]{2,5}"));
        Optional<URI> webhook = given(form, "webhook_url")
                .filter(text -> text.matches("https?://[!-~]{1,2000}"))
                .flatMap(Controls::uri);
        if (amount.isEmpty() || currency.isEmpty() || (isGiven(form, "webhook_url") && webhook.isEmpty())) {
            return Optional.empty();
        }
        Order order = new Order(
                given(form, "order_id")
                        .orElse("TEST-" + (setup.ledger().journal().last() + 1)),
                amount.get(),
                currency.get().toUpperCase(Locale.ROOT),
                Optional.empty(),
                Optional.empty(),
                URI.create(setup.baseUrl().get() + "/"),
                URI.create(setup.baseUrl().get() + "/"),
                webhook);
        return Optional.of("/?session=" + setup.ledger().sessions().open(order).id());
    }

    private Optional<String> trigger(Request request, Form form) {
        String id = request.variable(0);
        return given(form, "type")
                .filter(type -> type.matches("[a-z_.]{1,64}"))
                .filter(type -> setup.ledger().sessions().find(id).isPresent())
                .flatMap(type -> setup.payments().trigger(id, type))
                .map(delivery -> "/?session=" + id);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(url -> url.getHost() != null);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isGiven(Form form, String field) {
        return given(form, field).isPresent();
    }

    private static Optional<String> given(Form form, String field) {
        return form.field(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    @FunctionalInterface
    private interface Control {
        Optional<String> turn(Request request, Form form) throws IOException;
    }
}
