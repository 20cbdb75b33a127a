/** Receivers that are right, and receivers that are wrong in one way each. */
@NullMarked
package com.paycrypt.examples.doctor;

import org.jspecify.annotations.NullMarked;
