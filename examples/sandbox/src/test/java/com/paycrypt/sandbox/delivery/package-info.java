/** Tests: Webhooks. */
@NullMarked
package com.paycrypt.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
