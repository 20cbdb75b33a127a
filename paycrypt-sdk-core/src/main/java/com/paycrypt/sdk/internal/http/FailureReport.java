package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.internal.http.ApiRequest.Operation;
import com.paycrypt.sdk.internal.json.ErrorBody;
import com.paycrypt.sdk.internal.text.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the exception that describes how a call failed. */
final class FailureReport {
    private static final int MAX_BODY = 4096;
    private static final int MAX_TEXT = 1000;
    private static final int MAX_ID = 128;
    private static final int MAX_SUBJECT = 100;

    private final ApiRequest<?> request;
    private final RetryState state;
    private final Redactor redactor;

    /** Describes a call whose failures are in the state. */
    FailureReport(ApiRequest<?> request, RetryState state, Redactor redactor) {
        this.request = request;
        this.state = state;
        this.redactor = redactor;
    }

    RuntimeException exception(int attempts, String sentRequestId) {
        AttemptFailure last = state.last();
        ApiResponse response = last.response();
        String id = response == null ? sentRequestId : redactor.redact(response.requestId(sentRequestId), MAX_ID);
        String message = message(attempts, id);
        return response == null
                ? silent(message, attempts, id)
                : api(message, last, response).attempts(attempts).requestId(id).build();
    }

    private PayCryptException silent(String message, int attempts, String id) {
        PayCryptException failure = new PayCryptConnectionException(
                state.outcome(), message, state.last().cause(), id, attempts);
        earlier().stream().map(AttemptFailure::cause).filter(Objects::nonNull).forEach(failure::addSuppressed);
        return failure;
    }

    private PayCryptApiException.Builder api(String message, AttemptFailure last, ApiResponse response) {
        PayCryptApiException.Builder failure = PayCryptApiException.builder(state.outcome(), response.status(), message)
                .retryAfter(last.retryAfter())
                .body(redactor.redact(new String(response.body(), StandardCharsets.UTF_8), MAX_BODY));
        ErrorBody said = last.said();
        return said == null
                ? failure
                : failure.code(text(said.code()))
                        .detail(text(said.detail()))
                        .fields(said.fields().stream()
                                .map(field -> redactor.redact(field, MAX_SUBJECT))
                                .toList());
    }

    private @Nullable String text(@Nullable String said) {
        return said == null ? null : redactor.redact(said, MAX_TEXT);
    }

    private String message(int attempts, String id) {
        AttemptFailure.Text last = state.last().text();
        return request.operation().doing + redactor.redact(request.subject(), MAX_SUBJECT) + " failed"
                + (attempts > 1 ? " after " + attempts + " attempts: " : ": ") + last.found() + before(last.found())
                + ". " + effect(request.operation()) + ". " + last.advice() + state.whyNoRetry + ". Request id " + id;
    }

    /** Names each distinct failure once. */
    private String before(String last) {
        String found = earlier().stream()
                .map(failure -> failure.text().found())
                .filter(text -> !text.equals(last))
                .distinct()
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? "" : " (before that: " + found + ")";
    }

    private List<AttemptFailure> earlier() {
        return state.failures().subList(0, state.failures().size() - 1);
    }

    private String effect(Operation operation) {
        return switch (state.outcome()) {
            case NOT_SENT -> "Nothing was sent";
            case REJECTED -> "The request was rejected and changed nothing";
            case UNKNOWN -> operation.ifUnknown;
        };
    }
}
