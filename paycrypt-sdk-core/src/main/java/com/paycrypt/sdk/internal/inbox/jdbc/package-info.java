/**
 * The table of the webhook inbox, in plain JDBC. {@link com.paycrypt.sdk.internal.inbox.jdbc.JdbcInboxStore JdbcInboxStore}
 * has an operation each for what the inbox does to a row, made of three kinds of step:
 *
 * <ul>
 *   <li>{@code Inserts} stores deliveries
 *   <li>{@code UnlockedRows} makes a {@code RowChange} of rows that no transaction has locked
 *   <li>{@code InboxTransaction} handles a delivery in one transaction: {@code LockedTransaction} if a locked row makes
 *       no insert wait, {@code SavepointTransaction} elsewhere
 * </ul>
 *
 * <p>Their conditions and assignments are in {@code Rows}, what differs between databases in {@code Dialect}, the table itself
 * in {@code Schema}. {@code Sql} borrows connections, each for one {@code ConnectionScope}, and repeats what ended in one of
 * the {@code SerializationFailures}; {@code Statements} runs single statements.
 */
@NullMarked
package com.paycrypt.sdk.internal.inbox.jdbc;

import org.jspecify.annotations.NullMarked;
