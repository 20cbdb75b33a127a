/** The containers of the contract test. */
@NullMarked
package com.paycrypt.sdk.servlet.container;

import org.jspecify.annotations.NullMarked;
