package com.paycrypt.sandbox.http;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets only requests through that were addressed to loopback by name. A page elsewhere can make a browser reach this
 * machine by a name of its own that resolves to 127.0.0.1 (DNS rebinding); the Host header then gives it away.
 */
public final class HostGuard implements Handler {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?");

    private final Handler next;

    /**
     * Guards a handler.
     *
     * @param next the handler of what comes through
     */
    public HostGuard(Handler next) {
        this.next = next;
    }

    @Override
    public Response handle(Request request) throws IOException {
        List<String> hosts = request.headers("Host");
        boolean loopback = hosts.size() == 1 && LOOPBACK.matcher(hosts.get(0)).matches();
        return loopback ? next.handle(request) : Response.error(421, "host_is_not_loopback");
    }
}
