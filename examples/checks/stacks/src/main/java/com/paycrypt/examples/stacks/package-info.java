/** The webhook receiver on several servers: each class is a recipe of the guide. */
@NullMarked
package com.paycrypt.examples.stacks;

import org.jspecify.annotations.NullMarked;
