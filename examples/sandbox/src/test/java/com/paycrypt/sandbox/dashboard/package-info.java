/** Tests: The developer's pages. */
@NullMarked
package com.paycrypt.sandbox.dashboard;

import org.jspecify.annotations.NullMarked;
