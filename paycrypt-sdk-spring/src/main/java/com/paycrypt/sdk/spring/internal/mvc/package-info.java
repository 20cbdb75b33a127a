/**
 * The stages of a webhook on Spring MVC: {@link com.paycrypt.sdk.spring.internal.mvc.MvcWebhookFilter},
 * {@link com.paycrypt.sdk.spring.internal.mvc.MvcAdmission}, {@link com.paycrypt.sdk.spring.internal.mvc.MvcGate},
 * {@link com.paycrypt.sdk.spring.internal.mvc.MvcListenerMapping} or a controller, and
 * {@link com.paycrypt.sdk.spring.internal.mvc.MvcFailures}.
 */
@NullMarked
package com.paycrypt.sdk.spring.internal.mvc;

import org.jspecify.annotations.NullMarked;
