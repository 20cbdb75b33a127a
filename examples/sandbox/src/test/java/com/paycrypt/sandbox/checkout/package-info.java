/** Tests: The checkout's forms. */
@NullMarked
package com.paycrypt.sandbox.checkout;

import org.jspecify.annotations.NullMarked;
