/** A router and its plumbing on the JDK's HTTP server, bound to loopback. */
@NullMarked
package com.paycrypt.sandbox.http;

import org.jspecify.annotations.NullMarked;
