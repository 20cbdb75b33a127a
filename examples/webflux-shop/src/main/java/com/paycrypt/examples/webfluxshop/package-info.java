/** A shop on Spring Boot and Spring WebFlux. */
@NullMarked
package com.paycrypt.examples.webfluxshop;

import org.jspecify.annotations.NullMarked;
