package com.paycrypt.examples.shop;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private static final ShopOptions DEFAULTS = new ShopOptions(8080, Optional.empty());

    /**
     * Whether the arguments ask for help.
     *
     * @param args the arguments
     * @return true if so
     */
    public static boolean askForHelp(String... args) {
        return List.of(args).contains("--help");
    }

    /**
     * Reads the arguments.
     *
     * @param args the arguments
     * @return the options
     * @throws IllegalArgumentException naming what is wrong
     */
    public static ShopOptions parse(String... args) {
        ShopOptions options = DEFAULTS;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            options = options.with(name, rest.hasNext() ? rest.next() : "");
        }
        return options;
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

    private ShopOptions with(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " needs a value (--help lists the options)");
        }
        return switch (name) {
            case "--port" -> new ShopOptions(port(value), data);
            case "--data" -> new ShopOptions(port, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("unknown option " + name + " (--help lists the options)");
        };
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port takes a number, not " + text, e);
        }
        throw new IllegalArgumentException("--port takes a number from 0 to 65535, not " + text);
    }
}
