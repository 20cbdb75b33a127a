package com.paycrypt.examples.proofs;

import java.util.SplittableRandom;

/** What one history consists of, drawn from its seed. */
final class Plan {
    /** How a handler takes effect. */
    enum Style {
        IN_TRANSACTION,
        JOINED,
        PLAIN
    }

    final SplittableRandom random;
    final Style style;
    final int machines;
    final int deliveries;
    final int sessions;
    /** Workers of each process, or none: then it is asked to process what is due. */
    final int workers;

    final boolean hasFaults;
    final boolean hasCopies;
    final boolean isSlow;
    private int failures;

    Plan(long seed) {
        random = new SplittableRandom(seed);
        style = Style.values()[random.nextInt(Style.values().length)];
        machines = 1 + random.nextInt(3);
        deliveries = 1 + random.nextInt(4);
        sessions = 1 + random.nextInt(2);
        workers = random.nextInt(3);
        hasFaults = random.nextInt(4) > 0;
        hasCopies = random.nextInt(3) == 0;
        isSlow = random.nextInt(4) == 0;
        failures = random.nextInt(3);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** Whether the handler fails now. */
    boolean fails() {
        boolean fails = failures > 0 && oneIn(3);
        failures -= fails ? 1 : 0;
        return fails;
    }

    @Override
    public String toString() {
        return "style=" + style + " machines=" + machines + " deliveries=" + deliveries + " sessions=" + sessions
                + " workers=" + workers + " faults=" + hasFaults + " copies=" + hasCopies + " slow=" + isSlow;
    }
}
