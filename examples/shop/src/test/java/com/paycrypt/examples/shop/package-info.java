/** The shop against a sandbox. */
@NullMarked
package com.paycrypt.examples.shop;

import org.jspecify.annotations.NullMarked;
