/** What every shop of the examples shares: orders in a database, paid exactly once. */
@NullMarked
package com.paycrypt.examples.shop;

import org.jspecify.annotations.NullMarked;
