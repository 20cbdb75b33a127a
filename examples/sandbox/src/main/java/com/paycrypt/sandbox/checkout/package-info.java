/** The hosted checkout. */
@NullMarked
package com.paycrypt.sandbox.checkout;

import org.jspecify.annotations.NullMarked;
