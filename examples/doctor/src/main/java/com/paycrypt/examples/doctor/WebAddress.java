package com.paycrypt.examples.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the URLs of the options, and recognizes this machine's own without asking a name server. */
final class WebAddress {
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private WebAddress() {}

    /**
     * Reads an absolute http or https URL.
     *
     * @param option the option's name, for the message
     * @throws IllegalArgumentException if it is something else
     */
    static URI parse(String option, String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && isWeb(address.getScheme()) && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(message(option, text), e);
        }
        throw new IllegalArgumentException(message(option, text));
    }

    private static boolean isWeb(String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    private static String message(String option, String text) {
        return option + " takes an absolute http or https URL, such as http://127.0.0.1:8080/api/paycrypt/webhook, not "
                + text;
    }

    /** Whether a URL leads to this machine, whatever a name server says. */
    static boolean isLoopback(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || LOOPBACK_V4.matcher(host).matches();
    }
}
