/** JSON on the call path, by jackson-core alone. */
@NullMarked
package com.paycrypt.sdk.internal.json;

import org.jspecify.annotations.NullMarked;
