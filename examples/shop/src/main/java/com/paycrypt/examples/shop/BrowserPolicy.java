package com.paycrypt.examples.shop;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the shop asks of browsers: the headers of every response, and that forms are posted from the shop's own pages.
 *
 * <p>Browsers say where a post comes from, in {@code Sec-Fetch-Site} or {@code Origin}. PayCrypt's webhooks and scripts send
 * neither, and carry no cookie that could be misused. A shop with a login uses its framework's CSRF tokens besides.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public final class BrowserPolicy {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String contentSecurity;

    /**
     * Creates the policy.
     *
     * @param payCrypt the server with the checkout: browsers apply {@code form-action} to where a form redirects, too
     */
    public BrowserPolicy(URI payCrypt) {
        this.contentSecurity = String.join(
                "; ",
                "default-src 'none'",
                "style-src 'self'",
                "script-src 'self'",
                "img-src 'self'",
                "connect-src 'self'",
                "form-action 'self' " + payCrypt.getScheme() + "://" + payCrypt.getAuthority(),
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    /**
     * Returns the headers of every response.
     *
     * @return values by name
     */
    public Map<String, String> headers() {
        return Map.of(
                "Content-Security-Policy", contentSecurity,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Cache-Control", "no-store");
    }

    /**
     * Returns whether a request may come in.
     *
     * @param method its method
     * @param site its {@code Sec-Fetch-Site}
     * @param origin its {@code Origin}
     * @param host its {@code Host}
     * @return false for a post from a page of another site
     */
    public boolean allows(String method, @Nullable String site, @Nullable String origin, @Nullable String host) {
        if (SAFE.contains(method)) {
            return true;
        }
        return site != null
                ? OWN.contains(site)
                : origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
