/** Tests of the sandbox over real HTTP. */
@NullMarked
package com.paycrypt.sandbox;

import org.jspecify.annotations.NullMarked;
