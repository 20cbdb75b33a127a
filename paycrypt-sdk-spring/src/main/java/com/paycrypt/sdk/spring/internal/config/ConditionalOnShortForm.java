package com.paycrypt.sdk.spring.internal.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Applies unless there are named merchants and neither {@code paycrypt.key} nor {@code paycrypt.secret} is set. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(OnShortForm.class)
public @interface ConditionalOnShortForm {}
