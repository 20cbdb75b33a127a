package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.error.PayCryptException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the one exception that tells the caller how a call failed. */
final class Failures {
    private static final int LONGEST_BODY = 4096;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_SUBJECT = 100;

    private final ShownText shown;

    Failures(ShownText shown) {
        this.shown = shown;
    }

    PayCryptException of(ApiRequest<?> request, Troubles troubles, int attempts, String requestId) {
        Fault last = troubles.last();
        Answer answer = last.answer();
        String id = answer == null ? requestId : requestId(answer, requestId);
        String message = message(request, troubles, attempts, id);
        return answer == null
                ? silent(troubles, message, attempts, id)
                : api(troubles.outcome(), message, last, answer)
                        .attempts(attempts)
                        .requestId(id)
                        .build();
    }

    private String requestId(Answer answer, String sent) {
        String echoed = answer.headers().get(Headers.REQUEST_ID);
        return echoed == null || echoed.isBlank() ? sent : shown.of(echoed, LONGEST_ID);
    }

    private static PayCryptException silent(Troubles troubles, String message, int attempts, String id) {
        PayCryptException failure = new PayCryptConnectionException(
                troubles.outcome(), message, troubles.last().cause(), id, attempts);
        troubles.faults().stream()
                .limit(troubles.faults().size() - 1L)
                .map(Fault::cause)
                .filter(Objects::nonNull)
                .forEach(failure::addSuppressed);
        return failure;
    }

    private PayCryptApiException.Builder api(Outcome outcome, String message, Fault fault, Answer answer) {
        PayCryptApiException.Builder failure = PayCryptApiException.builder(outcome, answer.status(), message)
                .retryAfter(fault.retryAfter())
                .body(shown.of(new String(answer.body(), StandardCharsets.UTF_8), LONGEST_BODY));
        ErrorBody said = fault.said();
        return said == null
                ? failure
                : failure.code(text(said.code()))
                        .detail(text(said.detail()))
                        .fields(said.fields().stream().map(this::name).toList());
    }

    private @Nullable String text(@Nullable String said) {
        return said == null ? null : shown.of(said, LONGEST_TEXT);
    }

    private String name(String field) {
        return shown.of(field, LONGEST_SUBJECT);
    }

    private String message(ApiRequest<?> request, Troubles troubles, int attempts, String id) {
        Fault last = troubles.last();
        return request.operation().doing() + shown.of(request.subject(), LONGEST_SUBJECT) + " failed"
                + (attempts > 1 ? " after " + attempts + " attempts: " : ": ") + last.found()
                + earlier(troubles.faults()) + ". " + became(troubles.outcome(), request.operation()) + ". "
                + last.advice() + troubles.whyNoMore() + ". Request id " + id;
    }

    private static String earlier(List<Fault> faults) {
        return faults.size() < 2
                ? ""
                : faults.stream()
                        .limit(faults.size() - 1L)
                        .map(Fault::found)
                        .distinct()
                        .collect(Collectors.joining("; ", " (before that: ", ")"));
    }

    private static String became(Outcome outcome, Operation operation) {
        return switch (outcome) {
            case NOT_SENT -> "Nothing was sent";
            case REJECTED -> "The request was refused and changed nothing";
            case UNKNOWN -> operation.ifUnknown();
        };
    }
}
