/** Exact amounts of money. */
@NullMarked
package com.paycrypt.sdk.money;

import org.jspecify.annotations.NullMarked;
