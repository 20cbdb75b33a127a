package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Tells from an answer why it is no result. */
final class AnswerFaults {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_LOCATION = 200;

    private final ShownText shown;

    AnswerFaults(ShownText shown) {
        this.shown = shown;
    }

    /** An error status. */
    Fault status(Answer answer, Attempt attempt, ApiRequest<?> request) {
        ErrorBody said = ErrorBody.read(answer.body());
        return new Fault(
                answer.status() < 500 && answer.status() >= 300 ? Outcome.REJECTED : Outcome.UNKNOWN,
                "status",
                PASSING.contains(answer.status()),
                "the server answered " + answer.status() + quoted(answer, said),
                StatusAdvice.of(answer.status(), request.operation())
                        + location(answer, request)
                        + clock(answer, attempt),
                null,
                answer,
                said,
                RetryAfter.of(attempt.retryAfter(), answer, said));
    }

    /** A good status with something else than a result. */
    Fault noResult(Answer answer, String reason) {
        return new Fault(
                Outcome.UNKNOWN,
                "answer",
                false,
                "the server answered " + answer.status() + ", but with something that is no payment session: "
                        + shown.of(reason, LONGEST_QUOTE),
                "Check that the base URL is that of a PayCrypt server; show its operators the request id and body()",
                null,
                answer,
                null,
                null);
    }

    private String quoted(Answer answer, ErrorBody said) {
        StringBuilder text = new StringBuilder();
        append(text, "", said.code());
        append(text, text.isEmpty() ? "" : ": ", said.detail());
        if (!said.fields().isEmpty()) {
            append(text, text.isEmpty() ? "fields " : ", fields ", String.join(", ", said.fields()));
        }
        return text.isEmpty() ? kind(answer) : " (" + shown.of(text.toString(), LONGEST_QUOTE) + ")";
    }

    private static void append(StringBuilder text, String before, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            text.append(before).append(part);
        }
    }

    private static String kind(Answer answer) {
        if (answer.body().length == 0) {
            return " with an empty body";
        }
        return answer.tooLong()
                ? " with a body over 1 MiB, which was not read on"
                : " with a body that names no error (see body())";
    }

    /** Where a redirect leads, without what a query may tell. */
    private String location(Answer answer, ApiRequest<?> request) {
        String location = answer.status() / 100 == 3 ? answer.headers().get("Location") : null;
        HttpUrl url = location == null ? null : request.url().resolve(location);
        return url == null
                ? ""
                : ": " + shown.of(BaseUrl.origin(url) + "/" + String.join("/", url.pathSegments()), LONGEST_LOCATION);
    }

    /** Names the difference of the clocks wherever it may be why a request was refused. */
    private static String clock(Answer answer, Attempt attempt) {
        Instant date = answer.date();
        if (date == null || !Refusals.contains(answer.status())) {
            return "";
        }
        long off = Duration.between(Instant.ofEpochSecond(attempt.signedAt()), date)
                .toSeconds();
        return Math.abs(off) <= Refusals.NOTEWORTHY_SECONDS
                ? ""
                : ". The server's clock says " + Math.abs(off) + " s " + (off > 0 ? "more" : "less")
                        + " than the request's timestamp: set this machine's clock (NTP)";
    }
}
