/** The sandbox in the tests of a Spring Boot application. Everything else in this module does without Spring. */
@NullMarked
package com.paycrypt.sandbox.spring;

import org.jspecify.annotations.NullMarked;
