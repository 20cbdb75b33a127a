package com.paycrypt.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command of the examples: the same options, help, messages and exit codes everywhere.
 *
 * <p>Nothing is sent unless all options and settings are usable; all that is wrong with them is one message and
 * {@link #USAGE}. Results go to the standard output, everything else to the error output.
 */
public abstract class ExampleCommand implements Callable<Integer> {
    /** The exit code for wrong options or settings. */
    public static final int USAGE = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    private PrintStream out = System.out;
    private PrintStream err = System.err;

    /** For subclasses. */
    protected ExampleCommand() {}

    /**
     * Checks the options and settings together.
     *
     * @param problems takes what is wrong; holds the errors of the command line already
     * @return what to run if nothing is wrong: it returns the exit code
     */
    protected abstract Optional<IntSupplier> prepare(Problems problems);

    /**
     * Returns whether an error of the command line is one for the job that was chosen.
     *
     * @param error what picocli found
     * @return false to leave it out
     */
    protected boolean isProblem(Exception error) {
        return true;
    }

    /**
     * Runs the command as the process, and ends the process.
     *
     * @param args the options
     */
    public final void runAsProcess(String... args) {
        // The one message of a failure is the command's: the log would say it twice.
        LogManager.getLogManager().reset();
        System.exit(run(System.out, System.err, args));
    }

    /**
     * Runs the command.
     *
     * @param out takes the result
     * @param err takes everything else
     * @param args the options
     * @return the exit code
     */
    public final int run(PrintStream out, PrintStream err, String... args) {
        this.out = out;
        this.err = err;
        CommandLine line = new CommandLine(this)
                .setOut(new PrintWriter(out, true, UTF_8))
                .setErr(new PrintWriter(err, true, UTF_8))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    throw failure;
                });
        line.getCommandSpec().parser().collectErrors(true);
        return line.execute(args);
    }

    @Override
    public final Integer call() {
        Problems problems = new Problems();
        line().getParseResult().errors().stream().filter(this::isProblem).forEach(error -> problems.add(text(error)));
        Optional<IntSupplier> job = prepare(problems);
        return problems.none() ? job.orElseThrow().getAsInt() : usage(problems);
    }

    private int usage(Problems problems) {
        problems.add("nothing was sent; --help lists the options");
        say(problems.text());
        return USAGE;
    }

    private static String text(Exception error) {
        String message = String.valueOf(error.getMessage());
        return error instanceof UnmatchedArgumentException unmatched ? message + suggestion(unmatched) : message;
    }

    private static String suggestion(UnmatchedArgumentException unmatched) {
        return unmatched.getSuggestions().stream()
                .findFirst()
                .map(close -> " (did you mean " + close + "?)")
                .orElse("");
    }

    /**
     * Prints a result.
     *
     * @param line the text
     */
    protected final void print(String line) {
        out.println(line);
    }

    /**
     * Says something beside the result: on the error output, after the command's name.
     *
     * @param message one line, without its end
     */
    protected final void say(String message) {
        err.println(line().getCommandName() + ": " + message);
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("the command runs through run");
        }
        return spec.commandLine();
    }
}
