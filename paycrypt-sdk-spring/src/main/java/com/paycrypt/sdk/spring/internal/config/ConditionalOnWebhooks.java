package com.paycrypt.sdk.spring.internal.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Applies where PayCrypt is configured and {@code paycrypt.webhook.enabled} does not say no. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ConditionalOnPayCrypt
@ConditionalOnProperty(name = "paycrypt.webhook.enabled", matchIfMissing = true)
public @interface ConditionalOnWebhooks {}
