/** The quickstart, run as a reader runs it. */
@NullMarked
package com.paycrypt.examples.quickstart;

import org.jspecify.annotations.NullMarked;
