package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.run.LocalShop;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;

/**
 * Runs the shop on this machine, with a sandbox unless the environment names a server. Not part of what a merchant copies.
 */
@Command(name = "servlet-shop", header = "Runs a shop in a servlet container.")
final class LocalServletShop extends LocalShop {
    private final Map<String, String> environment;

    LocalServletShop(Map<String, String> environment) {
        super(environment);
        this.environment = environment;
    }

    /**
     * Runs the shop until the process is stopped.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        new LocalServletShop(System.getenv()).serve(args);
    }

    @Override
    protected URI start(int port, String databaseUrl, PayCrypt payCrypt) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        return payCrypt == PayCrypt.SANDBOX
                ? withSandbox(port, databaseUrl)
                : start(port, databaseUrl, setting("PAYCRYPT_BASE_URL"), credentials(), () -> {});
    }

    private URI withSandbox(int port, String databaseUrl) throws Exception {
        Sandbox sandbox = Sandbox.start();
        try {
            Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
            return start(port, databaseUrl, sandbox.baseUrl(), credentials, sandbox::close);
        } catch (Exception e) {
            sandbox.close();
            throw e;
        }
    }

    private static URI start(int port, String databaseUrl, String payCrypt, Credentials credentials, Runnable then)
            throws Exception {
        ServletShop shop =
                ServletShop.start(new ServletShop.Settings(port, databaseUrl, URI.create(payCrypt), credentials));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            shop.close();
                            then.run();
                        },
                        "stop"));
        return shop.address();
    }

    private Credentials credentials() {
        return Credentials.of(setting("PAYCRYPT_KEY"), setting("PAYCRYPT_SECRET"));
    }

    private String setting(String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }
}
