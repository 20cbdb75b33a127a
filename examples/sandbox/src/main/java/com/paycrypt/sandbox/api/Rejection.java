package com.paycrypt.sandbox.api;

import java.util.List;

/**
 * Why a request is rejected, before a dialect puts it into words.
 *
 * @param reason the reason
 * @param fields the fields it is about, if any
 */
record Rejection(Reason reason, List<String> fields) {

    enum Reason {
        DUPLICATE_HEADER,
        MISSING_KEY,
        UNKNOWN_KEY,
        MISSING_HEADER,
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

    static Rejection of(Reason reason) {
        return new Rejection(reason, List.of());
    }
}
