package com.paycrypt.sdk.internal.inbox.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of those rows that fulfil a condition and that no transaction has locked.
 *
 * @param condition the condition on a row {@code i}
 * @param keys the values of the condition
 * @param order which rows come first
 * @param limit the largest number of rows
 * @param assignments what is set
 * @param values the values of the assignments
 */
record RowChange(String condition, List<?> keys, String order, int limit, String assignments, List<?> values) {
    /** A change of one row. */
    static RowChange ofRow(String digest, String condition, String assignments, Object... values) {
        return new RowChange(
                "i.digest = ? AND " + condition, List.of(digest), "i.digest", 1, assignments, List.of(values));
    }

    /** Placeholders for so many values. */
    static String in(Collection<?> values) {
        return " IN (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    static @Nullable Object[] concat(List<?>... lists) {
        List<Object> all = new ArrayList<>();
        for (List<?> list : lists) {
            all.addAll(list);
        }
        return all.toArray();
    }
}
