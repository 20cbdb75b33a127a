/** SDK, sandbox and shops against each other, and against clients and receivers in other languages. */
@NullMarked
package com.paycrypt.examples.interop;

import org.jspecify.annotations.NullMarked;
