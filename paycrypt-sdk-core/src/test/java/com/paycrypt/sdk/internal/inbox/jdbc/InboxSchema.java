package com.paycrypt.sdk.internal.inbox.jdbc;

import java.util.List;

/** The statements that create the inbox, for comparison with the guide. */
public final class InboxSchema {
    private InboxSchema() {}

    public static List<String> of(String dialect) {
        return Schema.statements(Dialect.valueOf(dialect).directory());
    }
}
