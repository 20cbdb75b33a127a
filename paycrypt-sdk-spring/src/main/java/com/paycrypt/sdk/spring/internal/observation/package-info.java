/**
 * What is counted and timed of calls and deliveries, and several listeners as one.
 */
@NullMarked
package com.paycrypt.sdk.spring.internal.observation;

import org.jspecify.annotations.NullMarked;
