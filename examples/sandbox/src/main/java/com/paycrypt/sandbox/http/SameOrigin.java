package com.paycrypt.sandbox.http;

import java.io.IOException;
import java.util.Set;

/**
 * Lets a form through that was posted from a page of this server, or by a client that is no browser. Browsers say where
 * a post comes from, in {@code Sec-Fetch-Site} or {@code Origin}; scripts send neither and need no protection.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public final class SameOrigin implements Handler {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Handler next;

    /**
     * Guards a handler.
     *
     * @param next the handler of what comes through
     */
    public SameOrigin(Handler next) {
        this.next = next;
    }

    @Override
    public Response handle(Request request) throws IOException {
        boolean ownSite = OWN.containsAll(request.headers("Sec-Fetch-Site"));
        String self = "http://" + request.header("Host").orElse("");
        boolean ownOrigin = request.headers("Origin").stream().allMatch(self::equalsIgnoreCase);
        return ownSite && ownOrigin ? next.handle(request) : Response.error(403, "cross_site_request");
    }
}
