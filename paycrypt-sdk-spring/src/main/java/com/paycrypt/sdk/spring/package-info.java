/**
 * Spring Boot auto-configuration for PayCrypt, on Spring MVC and on WebFlux.
 *
 * <p>Given {@code paycrypt.base-url}, {@code paycrypt.key} and {@code paycrypt.secret}, an application has a
 * {@link com.paycrypt.sdk.PayCryptClient} to inject, and verified webhooks on {@code paycrypt.webhook.path}: as a
 * {@link com.paycrypt.sdk.webhook.WebhookEvent} parameter of a controller there, or as an application event.
 */
@NullMarked
package com.paycrypt.sdk.spring;

import org.jspecify.annotations.NullMarked;
