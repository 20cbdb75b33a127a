/** One call: signed, sent, read within limits and judged, attempt by attempt. */
@NullMarked
package com.paycrypt.sdk.internal.transport;

import org.jspecify.annotations.NullMarked;
