@NullMarked
package com.paycrypt.examples.recipes;

import org.jspecify.annotations.NullMarked;
