/** A shop on Spring Boot and Spring MVC. */
@NullMarked
package com.paycrypt.examples.springshop;

import org.jspecify.annotations.NullMarked;
