package com.paycrypt.sandbox.spring;

import com.paycrypt.sandbox.Sandbox;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A sandbox that runs as long as a context, which it is a bean of and points at itself. */
final class RunningSandbox {
    static final String NAME = "payCryptSandbox";

    private RunningSandbox() {}

    static Sandbox startFor(ConfigurableEnvironment environment, DefaultSingletonBeanRegistry beans, int port) {
        ApplicationAddress address = new ApplicationAddress(environment);
        Sandbox sandbox = Sandbox.builder().port(port).deliverTo(address::of).start();
        beans.registerSingleton(NAME, sandbox);
        // The registry closes it when a start fails, too; the event of a closed context comes only after a good one.
        beans.registerDisposableBean(NAME, sandbox::close);
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, properties(sandbox)));
        return sandbox;
    }

    private static Map<String, Object> properties(Sandbox sandbox) {
        return Map.of(
                "paycrypt.base-url", sandbox.baseUrl(),
                "paycrypt.key", sandbox.key(),
                "paycrypt.secret", sandbox.secret());
    }
}
