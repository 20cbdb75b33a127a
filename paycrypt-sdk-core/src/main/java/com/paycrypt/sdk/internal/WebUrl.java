package com.paycrypt.sdk.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Absolute http and https URLs: where customers and webhooks are sent. */
public final class WebUrl {
    private WebUrl() {}

    /** The URL, if the text is an absolute one of http or https that names a host. */
    public static Optional<URI> parse(String text) {
        try {
            URI url = new URI(text);
            return isWeb(url) && namesHost(url.getRawAuthority()) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }

    /** Looks at the authority because {@link URI#getHost} knows no host with an underscore, as container networks have. */
    private static boolean namesHost(@Nullable String authority) {
        if (authority == null) {
            return false;
        }
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return !host.isEmpty() && host.charAt(0) != ':';
    }
}
