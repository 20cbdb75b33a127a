/** The developer's pages, and the same facts as JSON. */
@NullMarked
package com.paycrypt.sandbox.console;

import org.jspecify.annotations.NullMarked;
