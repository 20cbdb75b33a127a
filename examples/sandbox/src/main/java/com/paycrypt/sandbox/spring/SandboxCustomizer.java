package com.paycrypt.sandbox.spring;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts a sandbox for one context. All of them are equal, so that the context of one test class serves another. */
record SandboxCustomizer() implements ContextCustomizer {
    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        RunningSandbox.startFor(context.getEnvironment(), (DefaultSingletonBeanRegistry) context.getBeanFactory(), 0);
    }
}
