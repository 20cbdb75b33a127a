/** How calls are made: which failures are tried again, and who is told of every call. */
@NullMarked
package com.paycrypt.sdk.call;

import org.jspecify.annotations.NullMarked;
