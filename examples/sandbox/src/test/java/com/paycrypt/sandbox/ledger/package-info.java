/** Sessions, rules and the journal. */
@NullMarked
package com.paycrypt.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
