package com.paycrypt.sandbox.api;

import java.util.Optional;

/** What to do about a refusal that has nothing to do with the signature. */
final class Remedies {
    private Remedies() {}

    static Optional<String> of(Refusal refusal) {
        String fields = String.join(", ", refusal.fields());
        return switch (refusal.reason()) {
            case MISSING_KEY, UNKNOWN_KEY, BAD_TIMESTAMP, STALE, BAD_SIGNATURE -> Optional.empty();
            case DUPLICATE_HEADER -> Optional.of("A security header comes twice. Send each once.");
            case BODY_TOO_LONG -> Optional.of("The body is longer than 256 KiB.");
            case INVALID_JSON ->
                Optional.of("The body is no JSON object in UTF-8, or has a key twice, or goes on after its end.");
            case MISSING_FIELDS -> Optional.of("Missing: " + fields + ".");
            case INVALID_AMOUNT ->
                Optional.of(
                        "amount must be a string with a plain decimal above zero and at most two decimals, such as \"49.00\".");
            case INVALID_FIELDS -> Optional.of("Wrong type, or no absolute http or https URL: " + fields + ".");
            case OVERLONG_FIELDS ->
                Optional.of("Longer than running servers take: " + fields
                        + ". order_id has at most 64 characters, currency 5, amount 18 digits.");
            case UNKNOWN_SESSION -> Optional.of("There is no such session here.");
        };
    }
}
