package com.paycrypt.sdk.internal.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Absolute http and https URLs (RFC 3986): where customers and webhooks are sent. */
public final class WebUrl {
    private static final String ILLEGAL = "\"<>\\^`{|}";
    private static final String[] SCHEMES = {"https://", "http://"};

    private WebUrl() {}

    /** The URL, if the text is an absolute one of http or https that names a host. */
    public static Optional<URI> parse(String text) {
        try {
            return isAbsolute(text) ? Optional.of(new URI(text)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the text is an absolute URL of http or https that names a host; allocates nothing. */
    public static boolean isAbsolute(String text) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return namesHost(text, scheme.length()) && firstIllegal(text) < 0;
            }
        }
        return false;
    }

    /** Looks at the text because {@link URI#getHost} knows no host with an underscore, as container networks have. */
    private static boolean namesHost(String text, int from) {
        int host = from;
        for (int i = from; i < text.length() && !isEndOfAuthority(text.charAt(i)); i++) {
            host = text.charAt(i) == '@' ? i + 1 : host;
        }
        return host < text.length() && !isEndOfAuthority(text.charAt(host)) && text.charAt(host) != ':';
    }

    private static boolean isEndOfAuthority(char character) {
        return character == '/' || character == '?' || character == '#';
    }

    /** Where the first character stands that no URL has, or a percent sign that encodes nothing; -1 if there is none. */
    public static int firstIllegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character <= ' '
                    || (character >= 0x7F && isBlankOrControl(character))
                    || ILLEGAL.indexOf(character) >= 0) {
                return i;
            }
            if (character == '%' && !(isHex(text, i + 1) && isHex(text, i + 2))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBlankOrControl(char character) {
        return Character.isISOControl(character) || Character.isSpaceChar(character);
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < 0x7F && Character.digit(text.charAt(at), 16) >= 0;
    }
}
