/** The webhook filter in Tomcat beside a servlet that verifies by hand. */
@NullMarked
package com.paycrypt.examples.benchmarks.tomcat;

import org.jspecify.annotations.NullMarked;
