package com.paycrypt.examples.shop.run;

import com.paycrypt.examples.cli.ExampleCommand;
import com.paycrypt.examples.cli.Problems;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a shop on the loopback address until the process is stopped, with a sandbox unless the environment names a server. */
@Command(
        sortOptions = false,
        usageHelpWidth = 100,
        footerHeading = "%n",
        footer = {
            "Without settings the shop brings a PayCrypt sandbox of its own. PAYCRYPT_BASE_URL, PAYCRYPT_KEY and",
            "PAYCRYPT_SECRET in the environment name another server and the account; it must be able to reach this",
            "machine. The shop prints its address once it is ready; /events there lists the webhooks it handled."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:the shop cannot start", "2:an option or a setting is wrong", "143:stopped"})
public abstract class LocalShop extends ExampleCommand {
    private static final int NOT_STARTED = 1;
    private static final String H2_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";

    private final Map<String, String> environment;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the port on 127.0.0.1; 8080 unless given, 0 for a free one")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "keeps the orders in this H2 file; without it they are gone when the shop stops")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "keeps the orders there, such as jdbc:postgresql://127.0.0.1/shop?user=shop&password=...")
    private @Nullable String database;

    /**
     * For subclasses.
     *
     * @param environment the settings
     */
    protected LocalShop(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Where the shop gets its payments from. */
    protected enum PayCrypt {
        /** The server that the environment names. */
        CONFIGURED,
        /** A sandbox in this process. */
        SANDBOX
    }

    /**
     * Starts the shop, whose threads keep the process alive.
     *
     * @param port the port; 0 for a free one
     * @param databaseUrl the JDBC URL of its database
     * @param payCrypt the server to use
     * @return where it is reached
     * @throws Exception if it cannot start
     */
    protected abstract URI start(int port, String databaseUrl, PayCrypt payCrypt) throws Exception;

    /**
     * Runs the shop as the process.
     *
     * @param args the options
     */
    protected final void serve(String... args) {
        int failure = run(System.out, System.err, args);
        if (failure != 0) {
            System.exit(failure);
        }
    }

    @Override
    protected final Optional<IntSupplier> prepare(Problems problems) {
        if (port < 0 || port > 65_535) {
            problems.add("--port takes a number from 0 to 65535, not " + port);
        }
        if (data != null && database != null) {
            problems.add("--data and --database name two databases: give one of them");
        }
        List<String> missing = LocalSettings.missing(environment);
        if (LocalSettings.isHalf(missing)) {
            problems.add(
                    "the environment lacks " + String.join(", ", missing) + ": set all three, or none for a sandbox");
        }
        return Optional.of(() -> start(missing.isEmpty() ? PayCrypt.CONFIGURED : PayCrypt.SANDBOX));
    }

    private int start(PayCrypt payCrypt) {
        try {
            print("ready at " + start(port, databaseUrl(), payCrypt));
            return 0;
        } catch (Exception e) {
            say("cannot start: " + e.getMessage());
            return NOT_STARTED;
        }
    }

    private String databaseUrl() {
        if (database != null) {
            return database;
        }
        return data != null
                ? "jdbc:h2:file:" + data.toAbsolutePath() + H2_OPTIONS
                : "jdbc:h2:mem:" + UUID.randomUUID() + H2_OPTIONS;
    }
}
