package com.paycrypt.sandbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a sandbox from the command line until it is stopped.
 *
 * <p>Exit codes: 143 after SIGTERM, as of every JVM, 1 if the port cannot be bound, 2 for options that cannot be used.
 */
public final class SandboxMain {
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
            return serve(options.toBuilder(), out);
        } catch (IllegalArgumentException e) {
            err.println("sandbox: " + e.getMessage() + System.lineSeparator() + Options.USAGE);
            return 2;
        } catch (UncheckedIOException e) {
            err.println("sandbox: " + e.getMessage() + "; choose another port with --port, or 0 for a free one");
            return 1;
        }
    }

    /** Every other thread is a daemon, so this one waits; a signal runs the hook, which stops the server first. */
    private static int serve(SandboxBuilder setup, PrintStream out) {
        Sandbox sandbox = setup.start();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "paycrypt-sandbox-stop"));
        out.println(greeting(sandbox));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static String greeting(Sandbox sandbox) {
        return String.format(Locale.ROOT, """
                ready at %s

                  PAYCRYPT_BASE_URL=%1$s
                  PAYCRYPT_KEY=%s
                  PAYCRYPT_SECRET=%s

                Create a session with these settings and open its checkout_url; webhooks go to its webhook_url.
                Dashboard: %1$s/   Deliveries as JSON: %1$s/deliveries   Stop with Ctrl-C.""", sandbox.baseUrl(), sandbox.key(), sandbox.secret());
    }
}
