package com.paycrypt.examples.matrix.jpa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * What a shop does on its database, one line each. Whoever started the process writes the step at which it is to stop and
 * wait for its end.
 */
final class Steps {
    private final PrintStream out;
    private volatile String last = "";

    Steps(InputStream orders, PrintStream out) {
        this.out = out;
        BufferedReader lines = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8));
        Thread reader = new Thread(() -> read(lines), "steps");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                out.println("ARMED " + line);
            }
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Something was done: it has taken effect, and the shop does not know yet. */
    void reached(String step) {
        out.println("STEP " + step);
        if (step.equals(last)) {
            out.println("STOPPED " + step);
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("killed by nobody", e);
        }
    }
}
