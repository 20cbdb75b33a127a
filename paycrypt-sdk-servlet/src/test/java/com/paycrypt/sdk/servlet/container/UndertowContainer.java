package com.paycrypt.sdk.servlet.container;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import java.net.InetSocketAddress;
import java.util.Set;

/** Undertow 2.3. */
final class UndertowContainer implements Container {
    private final DeploymentManager deployment;
    private final Undertow undertow;

    UndertowContainer(ServletContainerInitializer application, ErrorPages errors) throws Exception {
        deployment = Servlets.newContainer().addDeployment(info(application, errors));
        deployment.deploy();
        undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", deployment.start())
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .build();
        undertow.start();
    }

    private static DeploymentInfo info(ServletContainerInitializer application, ErrorPages errors) {
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(UndertowContainer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("contract")
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        application.getClass(), new ImmediateInstanceFactory<>(application), Set.of()));
        errors.byStatus().forEach((status, path) -> info.addErrorPage(new ErrorPage(path, status)));
        return info;
    }

    @Override
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() throws Exception {
        undertow.stop();
        deployment.stop();
        deployment.undeploy();
    }
}
