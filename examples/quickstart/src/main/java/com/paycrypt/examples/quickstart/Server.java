package com.paycrypt.examples.quickstart;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/** The PayCrypt server that the quickstart talks to: the one the environment names, or a sandbox of its own. */
record Server(String name, String baseUrl, Credentials credentials, Runnable stop) implements AutoCloseable {
    private static final String BASE_URL = "PAYCRYPT_BASE_URL";
    private static final String KEY = "PAYCRYPT_KEY";
    private static final String SECRET = "PAYCRYPT_SECRET";

    /**
     * Starts a sandbox unless the environment names a server.
     *
     * @throws IllegalArgumentException if it names only half of one, or one that cannot reach the shop on this machine
     */
    static Server of(Map<String, String> environment) {
        List<String> missing = List.of(BASE_URL, KEY, SECRET).stream()
                .filter(name -> setting(environment, name).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return named(setting(environment, BASE_URL), setting(environment, KEY), setting(environment, SECRET));
        }
        if (missing.size() == 3) {
            return ownSandbox();
        }
        throw new IllegalArgumentException("set " + String.join(" and ", missing) + " too, or none of the three");
    }

    private static String setting(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "");
    }

    private static Server named(String baseUrl, String key, String secret) {
        String host = URI.create(baseUrl).getHost();
        if (host != null && !isThisMachine(host)) {
            throw new IllegalArgumentException(
                    "PAYCRYPT_BASE_URL names " + host + ", but the quickstart's shop waits for its"
                            + " webhook on 127.0.0.1, which only a server on this machine can reach: unset the three variables, or"
                            + " try the account with examples/run create-session");
        }
        return new Server("the server of PAYCRYPT_BASE_URL", baseUrl, Credentials.of(key, secret), () -> {});
    }

    private static boolean isThisMachine(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException unknown) {
            return false;
        }
    }

    private static Server ownSandbox() {
        Sandbox sandbox = Sandbox.start();
        Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
        return new Server("a sandbox on this machine", sandbox.baseUrl(), credentials, sandbox::close);
    }

    @Override
    public void close() {
        stop.run();
    }
}
