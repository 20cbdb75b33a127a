/** The webhook filter in Tomcat beside a plain servlet that reads the body. */
@NullMarked
package com.paycrypt.examples.benchmarks.tomcat;

import org.jspecify.annotations.NullMarked;
