/**
 * Everything a sandbox knows, behind one lock: {@link com.paycrypt.sandbox.ledger.Sessions sessions},
 * {@link com.paycrypt.sandbox.ledger.Deliveries deliveries}, {@link com.paycrypt.sandbox.ledger.RuleBook rules} and the
 * {@link com.paycrypt.sandbox.ledger.Journal journal}, which is written under the lock that changes them.
 */
@NullMarked
package com.paycrypt.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
