/** How calls fail: every error says whether the request took effect. */
@NullMarked
package com.paycrypt.sdk.error;

import org.jspecify.annotations.NullMarked;
