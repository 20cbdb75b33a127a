/** One file per task. Each is complete with its imports and needs the SDK alone. */
@NullMarked
package com.paycrypt.examples.recipes;

import org.jspecify.annotations.NullMarked;
