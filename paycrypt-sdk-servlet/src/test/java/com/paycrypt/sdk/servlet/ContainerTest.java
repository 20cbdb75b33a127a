package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Wire;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("container")
class ContainerTest {
    @RegisterExtension
    static final Deployment SHOP = new Deployment().code("/about", (request, response) -> {
        ServletContext context = request.getServletContext();
        String version = "Servlet " + context.getMajorVersion() + "." + context.getMinorVersion();
        response.getWriter().write(context.getServerInfo() + ", " + version);
    });

    @Test
    @EnabledIfSystemProperty(named = "paycrypt.container.info", matches = ".+")
    void theContractRunsInTheContainerTheBuildNames() {
        String about = Wire.HTTP_1_1
                .send(Deployment.delivery("ORD-1").by("GET"), SHOP.url("/about"))
                .body();

        assertThat(about).startsWith(System.getProperty("paycrypt.container.info"));
    }
}
