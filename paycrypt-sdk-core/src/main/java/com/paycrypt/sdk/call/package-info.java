/** How calls are made: options, which failures are retried, and who observes calls. */
@NullMarked
package com.paycrypt.sdk.call;

import org.jspecify.annotations.NullMarked;
