/**
 * What is observed by Micrometer: one observation for each call, for each delivery, and for each time that a stored delivery
 * is processed again. A convention bean of the application's own changes their names and key values.
 */
@NullMarked
package com.paycrypt.sdk.spring.observation;

import org.jspecify.annotations.NullMarked;
