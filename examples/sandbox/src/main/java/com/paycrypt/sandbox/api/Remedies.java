package com.paycrypt.sandbox.api;

import java.util.Optional;

/** What to do about a rejection that has nothing to do with the signature. */
final class Remedies {
    private Remedies() {}

    static Optional<String> of(Rejection rejection) {
        String fields = String.join(", ", rejection.fields());
        return switch (rejection.reason()) {
            case MISSING_KEY, UNKNOWN_KEY, MISSING_HEADER, BAD_TIMESTAMP, STALE, BAD_SIGNATURE -> Optional.empty();
            case DUPLICATE_HEADER -> Optional.of("A security header comes twice. Send each once.");
            case BODY_TOO_LONG -> Optional.of("The body is longer than 2.5 MiB.");
            case INVALID_JSON ->
                Optional.of(
                        "The body is no JSON object in UTF-8, or has a key twice, or a number of absurd size, or goes on after its end.");
            case MISSING_FIELDS -> Optional.of("Missing: " + fields + ".");
            case INVALID_AMOUNT ->
                Optional.of(
                        "amount must be a string with a plain decimal above zero and at most two decimals, such as \"49.00\".");
            case INVALID_FIELDS -> Optional.of("Wrong type, or no absolute http or https URL: " + fields + ".");
            case OVERLONG_FIELDS ->
                Optional.of(
                        "More than running servers take: " + fields
                                + ". order_id has at most 64 characters, currency 5, customer.email 255, amount 18 digits; none holds U+0000.");
            case UNKNOWN_SESSION -> Optional.of("There is no such session here.");
        };
    }
}
