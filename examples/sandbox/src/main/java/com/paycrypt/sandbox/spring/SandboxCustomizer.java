package com.paycrypt.sandbox.spring;

import com.paycrypt.sandbox.Sandbox;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts a sandbox for one context. All of them are equal, so that the context of one test class serves another. */
record SandboxCustomizer() implements ContextCustomizer {
    private static final String NAME = "payCryptSandbox";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ApplicationAddress address = new ApplicationAddress(context.getEnvironment());
        Sandbox sandbox = Sandbox.builder().deliverTo(address::of).start();
        stopWith(context, sandbox);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(NAME, properties(sandbox)));
    }

    /** The registry closes it when a start fails, too; the event of a closed context comes only after a good one. */
    private static void stopWith(ConfigurableApplicationContext context, Sandbox sandbox) {
        context.getBeanFactory().registerSingleton(NAME, sandbox);
        ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(NAME, sandbox::close);
    }

    private static Map<String, Object> properties(Sandbox sandbox) {
        return Map.of(
                "paycrypt.base-url", sandbox.baseUrl(),
                "paycrypt.key", sandbox.key(),
                "paycrypt.secret", sandbox.secret());
    }
}
