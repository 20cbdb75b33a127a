/** The webhook receiver on Quarkus REST. */
@NullMarked
package com.paycrypt.examples.quarkus;

import org.jspecify.annotations.NullMarked;
