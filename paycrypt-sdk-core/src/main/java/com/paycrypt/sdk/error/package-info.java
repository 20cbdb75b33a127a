/** How calls fail: every error says what became of the request. */
@NullMarked
package com.paycrypt.sdk.error;

import org.jspecify.annotations.NullMarked;
