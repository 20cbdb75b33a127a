/** The pages in a real browser. */
@NullMarked
package com.paycrypt.sandbox.browser;

import org.jspecify.annotations.NullMarked;
