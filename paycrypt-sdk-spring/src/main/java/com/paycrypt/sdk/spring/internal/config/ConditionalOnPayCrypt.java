package com.paycrypt.sdk.spring.internal.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Applies if at least one of the required properties is set, be it to nothing, or if a bean has the connection details. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(OnPayCrypt.class)
public @interface ConditionalOnPayCrypt {}
