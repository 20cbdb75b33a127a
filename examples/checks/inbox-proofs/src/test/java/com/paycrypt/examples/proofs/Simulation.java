package com.paycrypt.examples.proofs;

import com.paycrypt.examples.proofs.Scheduler.Fiber;
import com.paycrypt.sdk.webhook.SignedWebhook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** One history: everything that happens in it, and in what order, follows from its seed. */
final class Simulation {
    private static final long MAX_CALM_MILLIS = 6 * 3_600_000L;
    private static final int MAX_STEPS = 200_000;
    private static final int MAX_CRASHES = 3;

    private final Plan plan;
    private final History history;
    private final Table table;
    private final Scheduler scheduler;
    private final List<Machine> machines = new ArrayList<>();
    private final List<SignedWebhook> sent = new ArrayList<>();
    private int crashes;
    private int started;
    private int copies;
    private int steps;

    Simulation(long seed, Mutant mutant, Executor threads, boolean isTraced) {
        this.plan = new Plan(seed);
        this.history = new History(plan, mutant, threads, isTraced);
        this.table = history.table();
        this.scheduler = history.scheduler();
    }

    History run() {
        for (int i = 0; i < plan.machines; i++) {
            machines.add(machine());
        }
        int troubled = 50 + plan.random.nextInt(250);
        for (int i = 0; i < troubled && goesOn(); i++) {
            happen(plan.random.nextInt(100));
        }
        recover();
        machines.forEach(Machine::die);
        machines.forEach(Machine::bury);
        return history;
    }

    private boolean goesOn() {
        return history.violation() == null;
    }

    private Machine machine() {
        Machine machine = new Machine(history, "P" + ++started);
        machine.startWorkers();
        return machine;
    }

    private void happen(int dice) {
        if (dice < 6) {
            send();
        } else if (dice < 16) {
            pass();
        } else if (dice < 22 && plan.hasFaults) {
            harm(dice - 16);
        } else if (dice < 24) {
            any().deleteHandled();
        } else if (dice < 26) {
            retry();
        } else if (dice < 30 && plan.workers == 0) {
            any().process();
        } else {
            runOne();
        }
        buryTheDead();
    }

    private void harm(int dice) {
        Machine machine = any();
        if (dice == 0 && crashes < MAX_CRASHES) {
            crashes++;
            history.fault();
            machine.die();
        } else if (dice == 1) {
            history.fault();
            machine.pauseFor(plan.random.nextInt(120_000));
        } else if (dice == 2 && machine.accepts()) {
            history.fault();
            machine.close();
        } else if (dice == 3) {
            replaceTheClosed();
        }
    }

    private void replaceTheClosed() {
        for (Machine machine : machines) {
            boolean closing = scheduler.any(fiber -> fiber.owner == machine && fiber.name.equals("close"));
            if (machine.isClosed() && !closing) {
                machine.die();
            }
        }
    }

    private Machine any() {
        return machines.get(plan.random.nextInt(machines.size()));
    }

    private void send() {
        Machine machine = any();
        if (sent.size() < plan.deliveries) {
            int number = sent.size();
            sent.add(Deliveries.sign(history.clock(), "O-" + number, "ps_" + number % plan.sessions));
            deliver(machine, number);
        } else if (plan.hasCopies && copies++ < 4) {
            deliver(machine, plan.random.nextInt(sent.size()));
        }
    }

    private void deliver(Machine machine, int number) {
        if (machine.accepts()) {
            history.trace("O-" + number + " is sent to " + machine);
            machine.receive(sent.get(number));
        }
    }

    private void retry() {
        List<Row> exhausted = table.rows().stream()
                .filter(row -> row.state == Row.State.EXHAUSTED)
                .toList();
        if (!exhausted.isEmpty() && crashes < MAX_CRASHES) {
            Row row = exhausted.get(plan.random.nextInt(exhausted.size()));
            history.isOutOfOrder(row.session());
            any().retry(row.digest());
        }
    }

    /** Processes that run are called once a second: time passes only once they have done what they do then. */
    private void pass() {
        boolean isBehind = scheduler.any(fiber -> fiber.name.equals("ticker")
                && !((Machine) fiber.owner).isPaused()
                && (fiber.isReady() || !fiber.step().equals("tick")));
        if (!isBehind) {
            table.pass(1 + plan.random.nextInt(10_000));
        }
    }

    private boolean runOne() {
        List<Fiber> ready = scheduler.matching(Fiber::isReady);
        if (ready.isEmpty()) {
            return false;
        }
        Fiber next = ready.get(plan.random.nextInt(ready.size()));
        history.trace(next.toString());
        table.pass(1);
        steps++;
        scheduler.resume(next);
        return true;
    }

    private void buryTheDead() {
        for (int i = 0; i < machines.size(); i++) {
            Machine machine = machines.get(i);
            if (machine.isDying()) {
                machine.bury();
                machines.set(i, machine());
            }
        }
    }

    /** Everything works from now on, so everything must come to its end. */
    private void recover() {
        history.calmDown();
        machines.forEach(Machine::goOn);
        long end = table.now() + MAX_CALM_MILLIS;
        while (goesOn() && table.now() < end && steps < MAX_STEPS && (isBusy() || isOpen())) {
            if (!runOne()) {
                idle();
            }
            replaceTheClosed();
            buryTheDead();
        }
        if (goesOn()) {
            history.checkEnd();
        }
    }

    private void idle() {
        send();
        table.pass(5_000);
        if (plan.workers == 0) {
            machines.stream().filter(machine -> !isActive(machine)).forEach(Machine::process);
        }
    }

    private boolean isActive(Machine machine) {
        return scheduler.any(fiber -> fiber.owner == machine && fiber.name.equals("process"));
    }

    private boolean isBusy() {
        return scheduler.any(fiber -> !fiber.name.equals("ticker"));
    }

    private boolean isOpen() {
        return sent.size() < plan.deliveries || table.rows().stream().anyMatch(Row::isOpen);
    }
}
