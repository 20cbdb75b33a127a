/** One call: signed, sent, read within limits and judged, attempt by attempt. */
@NullMarked
package com.paycrypt.sdk.internal.http;

import org.jspecify.annotations.NullMarked;
