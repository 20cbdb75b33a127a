package com.paycrypt.examples.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Runs fibers one at a time: each is a thread that goes on only while it holds the turn, and gives it back at each step.
 * Which of them is next is for the caller to choose, so that a seed decides over everything.
 */
final class Scheduler {
    private final Executor threads;
    private final List<Fiber> fibers = new ArrayList<>();
    private volatile Fiber running;
    private volatile Thread master;
    private Throwable failure;

    Scheduler(Executor threads) {
        this.threads = threads;
    }

    /** Adds a fiber that begins when it is first resumed. */
    Fiber start(Owner owner, String name, BooleanSupplier ready, Runnable body) {
        Fiber fiber = new Fiber(owner, name, ready, body);
        fibers.add(fiber);
        return fiber;
    }

    /** Gives the turn back until this fiber is resumed, which it may be once the condition holds. */
    void pause(String step, BooleanSupplier ready) {
        Fiber fiber = running;
        fiber.requireAlive();
        fiber.step = step;
        fiber.ready = ready;
        running = null;
        LockSupport.unpark(master);
        awaitTurn(fiber);
        fiber.requireAlive();
    }

    /** Runs a fiber until it pauses or ends. */
    void resume(Fiber fiber) {
        master = Thread.currentThread();
        running = fiber;
        if (fiber.thread == null) {
            threads.execute(() -> run(fiber));
        } else {
            LockSupport.unpark(fiber.thread);
        }
        while (running != null) {
            LockSupport.park(this);
        }
        if (fiber.isDone) {
            fibers.remove(fiber);
        }
        if (failure != null) {
            throw new AssertionError("a fiber failed: " + failure, failure);
        }
    }

    private void run(Fiber fiber) {
        fiber.thread = Thread.currentThread();
        try {
            fiber.body.run();
        } catch (Crash expected) {
            // The end of a process is no failure of the simulation.
        } catch (Throwable e) {
            failure = e;
        } finally {
            fiber.isDone = true;
            running = null;
            LockSupport.unpark(master);
        }
    }

    private void awaitTurn(Fiber fiber) {
        while (running != fiber) {
            LockSupport.park(this);
        }
    }

    /** Ends fibers of an owner that is dead. */
    void end(Predicate<Fiber> ofTheDead) {
        for (Fiber fiber : matching(ofTheDead)) {
            if (fiber.thread == null) {
                fibers.remove(fiber);
            } else {
                resume(fiber);
            }
        }
    }

    List<Fiber> matching(Predicate<Fiber> condition) {
        List<Fiber> found = new ArrayList<>();
        for (Fiber fiber : fibers) {
            if (condition.test(fiber)) {
                found.add(fiber);
            }
        }
        return found;
    }

    boolean any(Predicate<Fiber> condition) {
        for (Fiber fiber : fibers) {
            if (condition.test(fiber)) {
                return true;
            }
        }
        return false;
    }

    /** A process, whose fibers do no further step once it is dead. */
    @FunctionalInterface
    interface Owner {
        boolean isDead();
    }

    /** One thread of one process. */
    static final class Fiber {
        final Owner owner;
        final String name;
        private final Runnable body;
        private volatile Thread thread;
        private BooleanSupplier ready;
        private String step = "start";
        private volatile boolean isDone;

        private Fiber(Owner owner, String name, BooleanSupplier ready, Runnable body) {
            this.owner = owner;
            this.name = name;
            this.ready = ready;
            this.body = body;
        }

        boolean isReady() {
            return ready.getAsBoolean();
        }

        String step() {
            return step;
        }

        private void requireAlive() {
            if (owner.isDead()) {
                throw new Crash();
            }
        }

        @Override
        public String toString() {
            return owner + " " + name + " " + step;
        }
    }
}
