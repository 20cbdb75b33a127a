/** The command line against servers that answer well and badly. */
@NullMarked
package com.paycrypt.examples.cli;

import org.jspecify.annotations.NullMarked;
