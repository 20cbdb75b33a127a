package com.paycrypt.sandbox;

import com.paycrypt.sandbox.model.Fact;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Runs a sandbox from the command line until it is stopped, and prints one line for each fact.
 *
 * <p>Exit codes: 143 after SIGTERM, as of every JVM, 1 if the port cannot be bound, 2 for options that cannot be used, 3
 * if the memory is used up.
 */
public final class SandboxMain {
    private static final int OUT_OF_MEMORY = 3;
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private SandboxMain() {}

    /**
     * Starts a sandbox, prints how to use it and waits for a signal.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        int exit = run(List.of(args), System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(arguments);
            if (options.asksForHelp()) {
                out.println(Options.USAGE);
                return 0;
            }
            return serve(options, out);
        } catch (IllegalArgumentException e) {
            err.println("sandbox: " + e.getMessage() + System.lineSeparator() + Options.USAGE);
            return 2;
        } catch (UncheckedIOException e) {
            err.println("sandbox: " + e.getMessage() + "; choose another port with --port, or 0 for a free one");
            return 1;
        }
    }

    /** Every other thread is a daemon, so this one waits; a signal runs the hook, which stops the server first. */
    private static int serve(Options options, PrintStream out) {
        Thread.setDefaultUncaughtExceptionHandler(SandboxMain::onUncaught);
        Sandbox sandbox = options.toBuilder().whenOutOfMemory(SandboxMain::halt).start();
        StopHook.installFor(sandbox);
        out.println(greeting(sandbox));
        try {
            print(sandbox, options, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void print(Sandbox sandbox, Options options, PrintStream out) throws InterruptedException {
        long known = 0;
        while (true) {
            for (Fact fact : sandbox.awaitFactsAfter(known, LOOK_AGAIN)) {
                known = fact.number();
                if (!options.isQuiet()) {
                    out.println(fact.line());
                }
            }
        }
    }

    private static void onUncaught(Thread thread, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError error) {
            halt(error);
        }
        System.err.println("sandbox: " + thread.getName() + ": " + thrown);
    }

    /** A server that has lost a thread to it neither answers nor stops by itself. */
    private static void halt(OutOfMemoryError error) {
        System.err.println("sandbox: the memory is used up: give it more with -Xmx");
        Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }

    private static String greeting(Sandbox sandbox) {
        return String.format(Locale.ROOT, """
                ready at %s

                  PAYCRYPT_BASE_URL=%1$s
                  PAYCRYPT_KEY=%s
                  PAYCRYPT_SECRET=%s

                Create a session with these settings and open its checkout_url; webhooks go to its webhook_url.
                Console: %1$s/   Stop with Ctrl-C.""", sandbox.baseUrl(), sandbox.key(), sandbox.secret());
    }
}
