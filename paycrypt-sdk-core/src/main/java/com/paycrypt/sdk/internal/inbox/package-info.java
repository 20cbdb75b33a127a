/**
 * Claims, leases and workers of the webhook inbox. All shared state is behind
 * {@link com.paycrypt.sdk.internal.inbox.InboxStore InboxStore}, whose rows come in as a
 * {@link com.paycrypt.sdk.internal.inbox.NewDelivery NewDelivery} and out as a
 * {@link com.paycrypt.sdk.internal.inbox.StoredDelivery StoredDelivery}; the
 * {@link com.paycrypt.sdk.internal.inbox.jdbc.JdbcInboxStore JdbcInboxStore} keeps them in a table.
 *
 * <ol>
 *   <li>a {@link com.paycrypt.sdk.internal.inbox.WorkerPool WorkerPool} is woken, and its workers take what is due from the
 *       {@link com.paycrypt.sdk.internal.inbox.ClaimQueue ClaimQueue}
 *   <li>a {@link com.paycrypt.sdk.internal.inbox.DeliveryProcessor DeliveryProcessor} runs the handler and records the outcome,
 *       after a failure with the delay of {@link com.paycrypt.sdk.internal.inbox.Backoff Backoff}
 *   <li>meanwhile {@link com.paycrypt.sdk.internal.inbox.Leases Leases} renews the leases of this process
 * </ol>
 *
 * <p>The {@link com.paycrypt.sdk.internal.inbox.Heartbeat Heartbeat} calls pool and leases once a second. Time, tokens and
 * threads are those of the {@link com.paycrypt.sdk.internal.inbox.InboxRuntime InboxRuntime}.
 */
@NullMarked
package com.paycrypt.sdk.internal.inbox;

import org.jspecify.annotations.NullMarked;
