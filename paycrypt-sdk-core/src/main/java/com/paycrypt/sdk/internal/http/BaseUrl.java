package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.internal.text.SettingRules;
import com.paycrypt.sdk.internal.text.Violations;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Checks the URL of a server and resolves paths below it. */
public final class BaseUrl {
    private static final Pattern API_PATH = Pattern.compile("/api/v1(/payment_sessions)?/*$");

    private BaseUrl() {}

    /** Returns the URL of a server, or null with violations that say what is wrong with it. */
    public static @Nullable HttpUrl parse(@Nullable String text, boolean plainHttp, Violations violations) {
        if (text == null || text.isBlank()) {
            violations.add("the base URL is " + (text == null ? "missing" : "missing or blank")
                    + ": set it to the server's address, such as https://paycrypt.example (PAYCRYPT_BASE_URL)");
            return null;
        }
        String violation = SettingRules.violation(text);
        if (violation != null) {
            violations.add("the base URL " + violation + " (PAYCRYPT_BASE_URL)");
            return null;
        }
        return parseAddress(text, plainHttp, violations);
    }

    private static @Nullable HttpUrl parseAddress(String text, boolean plainHttp, Violations violations) {
        int unclean = firstUnclean(text);
        if (unclean >= 0) {
            violations.add("the base URL has whitespace, a control character or a backslash at position " + unclean
                    + ": look for what was picked up from a file, and remove it (PAYCRYPT_BASE_URL)");
            return null;
        }
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            violations.add("the base URL is not an absolute http or https URL such as https://paycrypt.example:"
                    + " set it to the server's address (PAYCRYPT_BASE_URL)");
            return null;
        }
        checkParts(url, violations);
        if (!isPrivate(url) && !plainHttp) {
            violations.add("the base URL is plain http to " + url.host() + ", where everybody on the way could read and"
                    + " replay requests: use https, or allowPlainHttp() within a network of your own"
                    + " (PAYCRYPT_ALLOW_PLAIN_HTTP=true)");
        }
        return url;
    }

    /** Returns the URL of an API path below the base, whose own path is kept; segments are encoded. */
    public static HttpUrl resolve(HttpUrl base, String... segments) {
        HttpUrl.Builder url = base.newBuilder();
        while (url.build().pathSize() > 1 && lastSegment(url.build()).isEmpty()) {
            url.removePathSegment(url.build().pathSize() - 1);
        }
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    /** Whether the connection is private: https, or http that does not leave this machine. */
    static boolean isPrivate(HttpUrl url) {
        return url.isHttps() || isLoopback(url.host());
    }

    static String origin(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return url.scheme() + "://" + host + (usual ? "" : ":" + url.port());
    }

    private static void checkParts(HttpUrl url, Violations violations) {
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            violations.add("the base URL has user info: give credentials as Credentials, never in a URL");
        }
        if (url.encodedQuery() != null || url.encodedFragment() != null) {
            violations.add("the base URL has a query or a fragment: leave it out");
        }
        if (API_PATH.matcher(url.encodedPath()).find()) {
            violations.add("the base URL ends in a path of the API (/api/v1), which the SDK adds itself: remove it"
                    + " (PAYCRYPT_BASE_URL)");
        }
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || (host.startsWith("127.") && isNumeric(host));
    }

    /** Only an IPv4 address consists of digits and points alone. */
    private static boolean isNumeric(String host) {
        for (int i = 0; i < host.length(); i++) {
            char character = host.charAt(i);
            if (character != '.' && (character < '0' || character > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Finds what OkHttp would trim away or turn into slashes. */
    private static int firstUnclean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character <= ' ' || character == '\\' || character == 0x7F) {
                return i;
            }
        }
        return -1;
    }

    private static String lastSegment(HttpUrl url) {
        return url.pathSegments().get(url.pathSize() - 1);
    }
}
