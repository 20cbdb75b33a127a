package com.paycrypt.sandbox.spring;

import java.net.URI;
import java.util.Objects;
import org.springframework.core.env.Environment;

/** Where the application under test is really reached, asked anew for each event: a context may be stopped and started. */
record ApplicationAddress(Environment environment) {
    URI of(URI webhookUrl) {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new IllegalStateException("the webhook for " + webhookUrl + " cannot be delivered: the application"
                    + " under test listens on no port. Start it with @SpringBootTest(webEnvironment = RANDOM_PORT)");
        }
        String query = webhookUrl.getRawQuery() == null ? "" : "?" + webhookUrl.getRawQuery();
        return URI.create("http://127.0.0.1:" + port + Objects.toString(webhookUrl.getRawPath(), "") + query);
    }
}
