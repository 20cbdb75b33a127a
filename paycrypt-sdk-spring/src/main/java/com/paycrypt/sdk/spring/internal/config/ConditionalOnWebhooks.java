package com.paycrypt.sdk.spring.internal.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Applies where PayCrypt is configured and {@code paycrypt.webhook.enabled} does not say no. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ConditionalOnPayCrypt
@Conditional(OnWebhooksProperty.class)
public @interface ConditionalOnWebhooks {}
