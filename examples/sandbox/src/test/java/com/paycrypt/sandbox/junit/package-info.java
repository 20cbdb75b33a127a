/** The extension in tests of its own. */
@NullMarked
package com.paycrypt.sandbox.junit;

import org.jspecify.annotations.NullMarked;
