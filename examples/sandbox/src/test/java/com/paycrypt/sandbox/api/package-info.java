/** Tests: The signed API. */
@NullMarked
package com.paycrypt.sandbox.api;

import org.jspecify.annotations.NullMarked;
