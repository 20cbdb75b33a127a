package com.paycrypt.examples.benchmarks;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The processor time of a process, of all its threads that are left, in nanoseconds of the kernel: a process's own count
 * moves in steps of 10 ms. Joins no texts, which would load half of what an empty JVM is to do without.
 */
final class CpuTime {
    private static final String THREADS = "/proc/self/task/";

    private CpuTime() {}

    static void require() {
        if (!new File(THREADS).isDirectory()) {
            throw new IllegalStateException("this benchmark needs Linux: it reads processor times in " + THREADS);
        }
    }

    /** Printed by each child as its last act, in milliseconds. */
    static void print() throws IOException {
        long nanos = 0;
        for (String thread : new File(THREADS).list()) {
            nanos += nanos(new File(new File(THREADS, thread), "schedstat"));
        }
        System.out.println(nanos / 1e6);
    }

    private static long nanos(File schedstat) throws IOException {
        try (FileInputStream in = new FileInputStream(schedstat)) {
            String line = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (FileNotFoundException ended) {
            return 0;
        }
    }
}
