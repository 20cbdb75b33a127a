/** A merchant as the tests play it. */
@NullMarked
package com.paycrypt.sandbox.support;

import org.jspecify.annotations.NullMarked;
