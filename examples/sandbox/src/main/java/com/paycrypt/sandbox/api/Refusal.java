package com.paycrypt.sandbox.api;

import java.util.List;

/**
 * Why a request is refused, before a dialect puts it into words.
 *
 * @param reason the reason
 * @param fields the fields it is about, if any
 */
record Refusal(Reason reason, List<String> fields) {

    enum Reason {
        DUPLICATE_HEADER,
        MISSING_KEY,
        UNKNOWN_KEY,
        BAD_TIMESTAMP,
        STALE,
        BAD_SIGNATURE,
        BODY_TOO_LONG,
        INVALID_JSON,
        MISSING_FIELDS,
        INVALID_AMOUNT,
        INVALID_FIELDS,
        OVERLONG_FIELDS,
        UNKNOWN_SESSION
    }

    static Refusal of(Reason reason) {
        return new Refusal(reason, List.of());
    }
}
