package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.internal.http.ApiRequest.Operation;
import com.paycrypt.sdk.internal.http.AttemptFailure.Kind;
import com.paycrypt.sdk.internal.http.AttemptFailure.Text;
import com.paycrypt.sdk.internal.json.ErrorBody;
import com.paycrypt.sdk.internal.text.HeaderNames;
import com.paycrypt.sdk.internal.text.Redactor;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Explains responses that are no result. */
final class ResponseErrors {
    /** A request over plain http would have to be sent twice: without credentials, and with them. */
    static final String PROXY_CREDENTIALS = "A proxy requires credentials: over https use an OkHttpClient with a"
            + " proxyAuthenticator, over plain http one whose interceptor adds Proxy-Authorization to every request";

    private static final Set<Integer> RETRYABLE = Set.of(408, 429, 500, 502, 503, 504);
    private static final int MAX_QUOTE = 300;
    private static final int MAX_LOCATION = 200;

    private ResponseErrors() {}

    /** Explains an error status. */
    static AttemptFailure status(ApiResponse response, Attempt attempt, ApiRequest<?> request) {
        ErrorBody said = ErrorBody.read(response.body());
        Redactor redactor = attempt.redactor();
        String advice = advice(response, said, request.operation())
                + location(response, request, redactor)
                + ServerClock.advice(response, attempt.signedAt());
        return new AttemptFailure(
                Kind.STATUS,
                response.status() < 500 && response.status() >= 300 ? Outcome.REJECTED : Outcome.UNKNOWN,
                RETRYABLE.contains(response.status()),
                new Text("the server responded with " + response.status() + quoted(response, said, redactor), advice),
                null,
                response,
                said,
                response.retryAfter(attempt.retryAfter(), said.retryAfter()));
    }

    /** Explains a success with something else than a result. */
    static AttemptFailure noResult(ApiResponse response, Attempt attempt, String reason) {
        String found = "the server responded with " + response.status() + ", but not with a payment session: "
                + attempt.redactor().redact(reason, MAX_QUOTE);
        String advice =
                "Check that the base URL is that of a PayCrypt server; show its operators the request id and body()";
        return new AttemptFailure(
                Kind.RESPONSE, Outcome.UNKNOWN, false, new Text(found, advice), null, response, null, null);
    }

    private static String quoted(ApiResponse response, ErrorBody said, Redactor redactor) {
        StringBuilder text = new StringBuilder();
        append(text, "", said.code());
        append(text, text.isEmpty() ? "" : ": ", said.detail());
        if (!said.fields().isEmpty()) {
            append(text, text.isEmpty() ? "fields " : ", fields ", String.join(", ", said.fields()));
        }
        return text.isEmpty() ? kind(response) : " (" + redactor.redact(text.toString(), MAX_QUOTE) + ")";
    }

    private static void append(StringBuilder text, String before, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            text.append(before).append(part);
        }
    }

    private static String kind(ApiResponse response) {
        if (response.body().length == 0) {
            return " with an empty body";
        }
        return response.isTooLong()
                ? " with a body over 1 MiB, which was not read on"
                : " with a body that names no error (see body())";
    }

    /** Names the target of a redirect, without what a query may hold. */
    private static String location(ApiResponse response, ApiRequest<?> request, Redactor redactor) {
        String location = response.status() / 100 == 3 ? response.header("Location") : null;
        HttpUrl url = location == null ? null : request.url().resolve(location);
        return url == null
                ? ""
                : ": "
                        + redactor.redact(
                                BaseUrl.origin(url) + "/" + String.join("/", url.pathSegments()), MAX_LOCATION);
    }

    /** What the server says is more precise than its status. */
    private static String advice(ApiResponse response, ErrorBody said, Operation operation) {
        String known = saidAdvice(said);
        return known.isEmpty() ? statusAdvice(response.status(), operation) : known;
    }

    private static String saidAdvice(ErrorBody said) {
        String words =
                (said.code() + " " + said.detail()).toLowerCase(Locale.ROOT).replace('_', ' ');
        if (words.contains("ip not allowed")) {
            return "Allow this machine's address for the key, or call from one that is allowed";
        }
        if (words.contains("invalid key")) {
            return "Check that the key is active and belongs to this server, and that key and secret are not swapped;"
                    + " this says nothing about the secret or the clock";
        }
        if (words.contains("stale") || words.contains("bad timestamp")) {
            return "Set this machine's clock (NTP): servers accept 300 s of difference";
        }
        if (words.contains("missing signature headers")) {
            return "Look for a proxy or gateway that removes the " + HeaderNames.KEY + ", " + HeaderNames.TIMESTAMP
                    + " or " + HeaderNames.SIGNATURE + " header";
        }
        return words.contains("bad signature")
                ? "Check that the secret is that of the key, as it was issued, and that no proxy changes the body"
                : "";
    }

    private static String statusAdvice(int status, Operation operation) {
        return switch (status) {
            case 400 -> "Correct the request: the same one will be rejected again";
            case 401 ->
                "Check that the key and the secret belong together and to this server, and that this machine's clock"
                        + " is right";
            case 403 ->
                "Check that this machine's address is allowed for the key; on older servers also that the secret and"
                        + " this machine's clock are right";
            case 404 -> notFound(operation);
            case 405 -> "Check the base URL: it must be that of a PayCrypt server, without /api/v1";
            case 407 -> PROXY_CREDENTIALS;
            case 408, 429 -> "Try again later, and spread the calls";
            case 409 -> "Check what else is done with the same order at this time";
            case 500, 502, 503, 504 -> "Try again later; if it persists, show the server's operators the request id";
            default ->
                status / 100 == 3
                        ? "Redirects are not followed, because credentials never leave their origin: set the base URL to"
                                + " the address that the server itself gives"
                        : "Show the server's operators the request id and body()";
        };
    }

    private static String notFound(Operation operation) {
        return operation == Operation.RETRIEVE_SESSION
                ? "The session is unknown, or this server does not support retrieving (it is not part of the API guide):"
                        + " keep the session that was created, and learn of payments by webhook"
                : "Check the base URL: it must be that of a PayCrypt server, without /api/v1; a slash at its end does no harm";
    }
}
