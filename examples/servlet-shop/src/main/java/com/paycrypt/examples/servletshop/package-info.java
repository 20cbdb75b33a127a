/** A shop in a servlet container, its webhooks behind the filter. */
@NullMarked
package com.paycrypt.examples.servletshop;

import org.jspecify.annotations.NullMarked;
