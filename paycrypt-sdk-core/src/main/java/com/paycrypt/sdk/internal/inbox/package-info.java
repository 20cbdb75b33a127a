/** The table of the webhook inbox, in plain JDBC. */
@NullMarked
package com.paycrypt.sdk.internal.inbox;

import org.jspecify.annotations.NullMarked;
