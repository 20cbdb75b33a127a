/** Payment sessions from the command line. */
@NullMarked
package com.paycrypt.examples.cli;

import org.jspecify.annotations.NullMarked;
