package com.paycrypt.examples.benchmarks.inbox;

import java.io.IOException;

/** A process that handles a backlog until its input ends. */
final class DrainProcess {
    private DrainProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (Shop shop = new Shop(arguments[1]);
                Contestant contestant = Contestants.all().get(arguments[0]).apply(shop)) {
            contestant.startWorkers();
            while (System.in.read() >= 0) {
                // The benchmark ends it.
            }
        }
        System.exit(0);
    }

    static Process start(String contestant, String url) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrainProcess.class.getName(),
                        contestant,
                        url)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
