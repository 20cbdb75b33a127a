/** Runs a shop on this machine, with a sandbox if there is no server. Not part of what a merchant copies. */
@NullMarked
package com.paycrypt.examples.shop.run;

import org.jspecify.annotations.NullMarked;
