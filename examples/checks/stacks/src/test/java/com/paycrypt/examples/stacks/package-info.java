@NullMarked
package com.paycrypt.examples.stacks;

import org.jspecify.annotations.NullMarked;
