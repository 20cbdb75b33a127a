/** The sending of signed webhooks: which events a change gives, what they say, where they may go, and their attempts. */
@NullMarked
package com.paycrypt.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
