/**
 * Opt-in health: what it is made of here, once, and an indicator for each line of Boot, since their types differ.
 */
@NullMarked
package com.paycrypt.sdk.spring.internal.health;

import org.jspecify.annotations.NullMarked;
