package com.paycrypt.sdk.spring.internal.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** Applies if none of the required properties is set. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(ConditionalOnUnconfigured.Unconfigured.class)
public @interface ConditionalOnUnconfigured {
    /** The condition. */
    final class Unconfigured extends NoneNestedConditions {
        Unconfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnPayCrypt
        static final class Configured {}
    }
}
