package com.paycrypt.sandbox.spring;

import com.paycrypt.sandbox.Sandbox;
import java.lang.System.Logger.Level;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Starts a sandbox while the application's own classes are read, which is before auto-configuration looks for its
 * settings. It imports nothing.
 */
final class SandboxImport implements ImportSelector {
    private static final String[] NONE = {};

    private final ConfigurableEnvironment environment;
    private final DefaultSingletonBeanRegistry beans;

    SandboxImport(Environment environment, BeanFactory beans) {
        this.environment = (ConfigurableEnvironment) environment;
        this.beans = (DefaultSingletonBeanRegistry) beans;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        if (!beans.containsSingleton(RunningSandbox.NAME)) {
            int port = environment.getProperty("paycrypt.sandbox.port", Integer.class, 0);
            Sandbox sandbox = RunningSandbox.startFor(environment, beans, port);
            System.getLogger(DevelopmentSandbox.class.getName())
                    .log(Level.INFO, "PayCrypt sandbox at {0}/", sandbox.baseUrl());
        }
        return NONE;
    }
}
