/** Signed webhooks: events, attempts, retries and their log. */
@NullMarked
package com.paycrypt.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
