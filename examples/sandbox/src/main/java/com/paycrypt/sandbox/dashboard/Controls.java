package com.paycrypt.sandbox.dashboard;

import com.paycrypt.sandbox.api.Fault;
import com.paycrypt.sandbox.api.Faults;
import com.paycrypt.sandbox.http.Form;
import com.paycrypt.sandbox.http.Handler;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SameOrigin;
import com.paycrypt.sandbox.wire.Dialect;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a developer can turn from outside: plain forms, for people on the dashboard and for scripts alike.
 *
 * <p>{@code POST /controls/dialect} with {@code dialect}; {@code POST /controls/clock} with {@code seconds};
 * {@code POST /controls/faults} with {@code fault} and {@code times}; {@code POST /controls/faults/clear}. Each answers
 * 303 to the dashboard, or 400 where a field cannot be used.
 */
public final class Controls {
    private final Consumer<Dialect> dialect;
    private final Consumer<Duration> clock;
    private final Faults faults;

    /**
     * The controls of a sandbox.
     *
     * @param dialect switches the dialect
     * @param clock moves the clock forward
     * @param faults what goes wrong on demand
     */
    public Controls(Consumer<Dialect> dialect, Consumer<Duration> clock, Faults faults) {
        this.dialect = dialect;
        this.clock = clock;
        this.faults = faults;
    }

    /**
     * Adds the controls' routes.
     *
     * @param router where to
     */
    public void addTo(Router router) {
        add(router, "/controls/dialect", this::switchDialect);
        add(router, "/controls/clock", this::moveClock);
        add(router, "/controls/faults", this::addFaults);
        add(router, "/controls/faults/clear", form -> {
            faults.clear();
            return true;
        });
    }

    private static void add(Router router, String path, Control control) {
        Handler handler = request ->
                control.turn(Form.of(request)) ? Response.seeOther("/") : Response.error(400, "invalid_control");
        router.on("POST", path, new SameOrigin(handler));
    }

    private boolean switchDialect(Form form) {
        Optional<Dialect> wanted = form.field("dialect")
                .flatMap(label -> Arrays.stream(Dialect.values())
                        .filter(known -> known.label().equals(label))
                        .findFirst());
        wanted.ifPresent(dialect);
        return wanted.isPresent();
    }

    private boolean moveClock(Form form) {
        Optional<Duration> wanted = form.number("seconds", 0, 10_000_000).map(Duration::ofSeconds);
        wanted.ifPresent(clock);
        return wanted.isPresent();
    }

    private boolean addFaults(Form form) {
        Optional<Fault> fault = form.field("fault").flatMap(Fault::of);
        Optional<Integer> times = form.number("times", 1, 1000);
        return fault.isPresent() && times.isPresent() && faults.add(times.get(), fault.get());
    }

    @FunctionalInterface
    private interface Control {
        boolean turn(Form form);
    }
}
