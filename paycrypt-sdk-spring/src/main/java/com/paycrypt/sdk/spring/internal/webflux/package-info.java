/**
 * The stages of a webhook on WebFlux: {@link com.paycrypt.sdk.spring.internal.webflux.FluxWebhookFilter},
 * {@link com.paycrypt.sdk.spring.internal.webflux.FluxAdmission}, {@link com.paycrypt.sdk.spring.internal.webflux.FluxGate},
 * {@link com.paycrypt.sdk.spring.internal.webflux.FluxListenerMapping} or a controller, and
 * {@link com.paycrypt.sdk.spring.internal.webflux.FluxFailures}.
 */
@NullMarked
package com.paycrypt.sdk.spring.internal.webflux;

import org.jspecify.annotations.NullMarked;
