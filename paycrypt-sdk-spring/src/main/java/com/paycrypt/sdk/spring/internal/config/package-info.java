/**
 * The properties, what is wrong with them, and the conditions on them.
 */
@NullMarked
package com.paycrypt.sdk.spring.internal.config;

import org.jspecify.annotations.NullMarked;
