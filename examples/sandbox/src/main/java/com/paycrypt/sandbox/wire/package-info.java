/** The wire contract: keys, signatures, JSON and the dialects of running servers. */
@NullMarked
package com.paycrypt.sandbox.wire;

import org.jspecify.annotations.NullMarked;
