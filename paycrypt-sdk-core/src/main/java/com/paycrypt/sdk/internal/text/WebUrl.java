package com.paycrypt.sdk.internal.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for web URLs: absolute http and https URLs (RFC 3986) that name a host. Characters beyond ASCII are
 * allowed unless they cannot be seen. {@link URI} parses every text that has no violation; the reverse is not true.
 */
public final class WebUrl {
    private static final String NOT_ABSOLUTE =
            "is not an absolute http or https URL that names a host, such as https://merchant.tld/path";
    private static final String ILLEGAL = "\"<>\\^`{|}";
    private static final String[] SCHEMES = {"https://", "http://"};
    private static final int MAX_PORT = 65535;
    private static final int MAX_PORT_DIGITS = 5;

    private WebUrl() {}

    /** Returns what is wrong with a URL, to be read after its name, and what to do; null if nothing is. */
    public static @Nullable String violation(String url) {
        int authority = authorityOf(url);
        int illegal = authority < 0 ? -1 : firstIllegal(url);
        if (authority < 0 || illegal >= 0) {
            return authority < 0 ? NOT_ABSOLUTE : character(url, illegal);
        }
        int end = endOfAuthority(url, authority);
        int misplaced = firstMisplaced(url, authority, end);
        return misplaced >= 0 ? character(url, misplaced) : hostViolation(url.substring(hostOf(url, end), end));
    }

    /** Returns the same, and rejects what could mislead the customer who sees the URL: a name before its host. */
    public static @Nullable String violationOfLink(String url) {
        String violation = violation(url);
        return violation != null || hostOf(url, endOfAuthority(url, authorityOf(url))) == authorityOf(url)
                ? violation
                : "has user info before its host";
    }

    private static int authorityOf(String url) {
        for (String scheme : SCHEMES) {
            if (url.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme.length();
            }
        }
        return -1;
    }

    private static int endOfAuthority(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** After the user info, if there is any. */
    private static int hostOf(String url, int end) {
        int at = url.lastIndexOf('@', end - 1);
        return at < 0 ? authorityOf(url) : at + 1;
    }

    /** Looks at the text because {@link URI#getHost URI.getHost} knows no host with an underscore, as container networks have. */
    private static @Nullable String hostViolation(String hostAndPort) {
        int close = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : -1;
        int colon = hostAndPort.indexOf(':', close + 1);
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        if (close < 0 ? !isName(host) : !(close == host.length() - 1 && isIpv6(host))) {
            return NOT_ABSOLUTE;
        }
        return colon < 0 || isPort(hostAndPort, colon + 1) ? null : "has a port that is not a number from 1 to 65535";
    }

    private static boolean isName(String host) {
        boolean named = false;
        for (int i = 0; i < host.length(); i = host.offsetByCodePoints(i, 1)) {
            int character = host.codePointAt(i);
            if (!isOfName(character)) {
                return false;
            }
            named |= Character.isLetterOrDigit(character);
        }
        return named;
    }

    private static boolean isOfName(int character) {
        return Character.isLetterOrDigit(character)
                || character == '-'
                || character == '.'
                || character == '_'
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isIpv6(String host) {
        try {
            return new URI("http://" + host).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An empty port is the scheme's own. */
    private static boolean isPort(String text, int start) {
        int port = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9' || i - start >= MAX_PORT_DIGITS) {
                return false;
            }
            port = port * 10 + text.charAt(i) - '0';
        }
        return port <= MAX_PORT && (port > 0 || start == text.length());
    }

    /** Returns the index of the first character that is legal nowhere in a URL, or -1. */
    private static int firstIllegal(String url) {
        for (int i = 0; i < url.length(); i++) {
            char character = url.charAt(i);
            boolean legal = character < 0x7F
                    ? character > ' ' && ILLEGAL.indexOf(character) < 0
                    : !InvisibleCharacters.isAt(url, i);
            if (!legal || (character == '%' && !(isHex(url, i + 1) && isHex(url, i + 2)))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the first delimiter that is legal elsewhere in a URL alone, or -1. */
    private static int firstMisplaced(String url, int authority, int end) {
        int userInfo = hostOf(url, end);
        for (int i = authority; i < userInfo - 1; i++) {
            if ("@[]".indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        for (int i = end; i < url.length() && "?#".indexOf(url.charAt(i)) < 0; i++) {
            if ("[]".indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        int fragment = url.indexOf('#');
        return fragment < 0 ? -1 : url.indexOf('#', fragment + 1);
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < 0x7F && Character.digit(text.charAt(at), 16) >= 0;
    }

    private static String character(String url, int index) {
        return InvisibleCharacters.isAt(url, index) && url.charAt(index) != ' '
                ? String.format(
                        Locale.ROOT,
                        "has an invisible character at position %d (U+%04X): remove it",
                        index,
                        url.codePointAt(index))
                : "has a character at position " + index
                        + " that is not allowed there in a URL: percent-encode it, such as %20 for a space";
    }
}
