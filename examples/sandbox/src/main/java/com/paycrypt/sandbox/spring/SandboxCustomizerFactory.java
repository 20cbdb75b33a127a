package com.paycrypt.sandbox.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Looks for {@link WithSandbox} on every test class. It is registered in {@code META-INF/spring.factories}: named by the
 * annotation itself, it would be lost without a word on a class with another annotation that names a factory.
 */
final class SandboxCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, WithSandbox.class) ? new SandboxCustomizer() : null;
    }
}
