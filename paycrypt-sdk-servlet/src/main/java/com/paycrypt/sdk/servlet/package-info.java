/**
 * Verified webhooks in Jakarta Servlet containers: a filter before the shop's own code, or a servlet that is ready to
 * use.
 */
@NullMarked
package com.paycrypt.sdk.servlet;

import org.jspecify.annotations.NullMarked;
