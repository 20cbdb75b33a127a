package com.paycrypt.examples.shop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options that every shop takes.
 *
 * @param port the port on the loopback address; 0 for any that is free
 * @param data where the orders are kept; in memory if empty
 */
public record ShopOptions(int port, Optional<Path> data) {
    /** What {@code --help} prints. */
    public static final String HELP = """
            Usage: %s [--port P] [--data FILE]

              --port P     the port on 127.0.0.1; 8080 unless given, 0 for any that is free
              --data FILE  keeps the orders in this file; without it they live as long as the shop

            PAYCRYPT_BASE_URL, PAYCRYPT_KEY and PAYCRYPT_SECRET in the environment name the server and the account.

            POST /orders (item=mug or item=kettle)  takes an order and redirects to its checkout
            POST /orders/ID/checkout                redirects to the checkout of an order that is there
            GET  /orders/ID                         shows an order
            GET  /events                            lists the webhooks that reached the shop
            POST /api/paycrypt/webhook              takes webhooks
            """;

    private static final List<String> SETTINGS = List.of("PAYCRYPT_BASE_URL", "PAYCRYPT_KEY", "PAYCRYPT_SECRET");

    /**
     * Whether the arguments ask for help.
     *
     * @param args the arguments
     * @return true if so
     */
    public static boolean askForHelp(String... args) {
        return List.of(args).contains("--help") || List.of(args).contains("-h");
    }

    /**
     * Reads the arguments.
     *
     * @param args the arguments, as {@code --port 8081} or {@code --port=8081}
     * @return the options
     * @throws IllegalArgumentException naming what is wrong
     */
    public static ShopOptions parse(String... args) {
        Arguments arguments = new Arguments();
        try {
            new CommandLine(arguments)
                    .setOverwrittenOptionsAllowed(true)
                    .setExpandAtFiles(false)
                    .parseArgs(args);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage() + " (--help lists the options)", e);
        }
        return new ShopOptions(port(arguments.port), Optional.ofNullable(arguments.data));
    }

    /**
     * Looks whether the environment names a server and an account.
     *
     * @param environment the environment
     * @throws IllegalArgumentException naming what is missing
     */
    public static void checkSettings(Map<String, String> environment) {
        List<String> missing = SETTINGS.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the environment lacks " + String.join(", ", missing));
        }
    }

    private static int port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port takes a number from 0 to 65535, not " + port);
        }
        return port;
    }

    /** The options as they stand on the command line. */
    private static final class Arguments {
        @Option(names = "--port")
        private int port = 8080;

        @Option(names = "--data")
        private @Nullable Path data;
    }
}
