package com.paycrypt.examples.quickstart;

import com.paycrypt.examples.cli.ExampleCommand;
import com.paycrypt.examples.cli.Problems;
import com.paycrypt.sdk.error.PayCryptException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;

/** Runs the {@link Quickstart}. */
@Command(
        name = "quickstart",
        header = "Sells one order in one process: a session, its checkout, the webhook and the paid order.",
        sortOptions = false,
        usageHelpWidth = 100,
        footerHeading = "%n",
        footer = {
            "Starts a sandbox of its own, unless PAYCRYPT_BASE_URL, PAYCRYPT_KEY and PAYCRYPT_SECRET in the environment",
            "name a server on this machine."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the order is paid, once",
            "1:it is not paid: a step failed, and is named",
            "2:an option or a setting is wrong, and nothing was sent"
        })
public final class QuickstartCommand extends ExampleCommand {
    private static final int PAID = 0;
    private static final int NOT_PAID = 1;

    private final Map<String, String> environment;

    QuickstartCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Runs the quickstart; exits with 0 only if the order is paid.
     *
     * @param args none but {@code --help}
     */
    public static void main(String[] args) {
        new QuickstartCommand(System.getenv()).runAsProcess(args);
    }

    @Override
    protected Optional<IntSupplier> prepare(Problems problems) {
        Optional<Server> server = problems.none() ? problems.noting(() -> Server.of(environment)) : Optional.empty();
        return server.map(found -> () -> sell(found));
    }

    private int sell(Server server) {
        Story story = new Story(this::print);
        try (server;
                Shop shop = Shop.open(server.credentials(), story)) {
            return new Quickstart(server, shop, story).sell() ? PAID : NOT_PAID;
        } catch (PayCryptException | IOException e) {
            say(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            say("interrupted");
        }
        return NOT_PAID;
    }
}
