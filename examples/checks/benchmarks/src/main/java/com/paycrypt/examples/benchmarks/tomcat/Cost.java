package com.paycrypt.examples.benchmarks.tomcat;

/** Processor time and allocation. */
record Cost(double micros, double bytes) {
    Cost since(Cost before) {
        return new Cost(micros - before.micros, bytes - before.bytes);
    }

    Cost each(int count) {
        return new Cost(micros / count, bytes / count);
    }
}
