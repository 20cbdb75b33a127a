/** Tests: The developer's pages. */
@NullMarked
package com.paycrypt.sandbox.console;

import org.jspecify.annotations.NullMarked;
