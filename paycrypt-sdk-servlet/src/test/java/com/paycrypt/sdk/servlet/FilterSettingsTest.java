package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilterSettingsTest {
    private static final Map<String, String> PARAMETERS = Map.of("key", "pk_parameter", "secret", "sk_parameter");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PAYCRYPT_KEY", "pk_environment", "PAYCRYPT_SECRET", "sk_environment");

    @Test
    void theInitParametersComeFirst() throws ServletException {
        assertThat(settings(PARAMETERS, ENVIRONMENT).credentials().key()).isEqualTo("pk_parameter");
    }

    @Test
    void theEnvironmentComesNext() throws ServletException {
        assertThat(settings(Map.of(), ENVIRONMENT).credentials().key()).isEqualTo("pk_environment");
        assertThat(settings(Map.of("key", "pk_parameter"), ENVIRONMENT)
                        .credentials()
                        .key())
                .isEqualTo("pk_parameter");
    }

    @Test
    void whatIsMissingIsNamedWithBothItsPlaces() {
        assertThatThrownBy(() -> settings(Map.of("key", "pk"), Map.of()).credentials())
                .isInstanceOf(ServletException.class)
                .hasMessage("PayCryptWebhookFilter \"paycrypt\" has no secret: set the init parameter secret or the "
                        + "environment variable PAYCRYPT_SECRET");
        assertThatThrownBy(() -> settings(Map.of(), Map.of()).credentials())
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("PAYCRYPT_KEY");
    }

    @Test
    void whatCannotBeRightIsToldWithoutTheSecret() {
        assertThatThrownBy(() -> settings(Map.of("key", "pk", "secret", "hidden\n"), Map.of())
                        .credentials())
                .isInstanceOf(ServletException.class)
                .hasMessageStartingWith("PayCryptWebhookFilter \"paycrypt\": ")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void theContainersFilterStartsWithThemAndFailsToStartWithoutThem() {
        assertThatCode(() -> new PayCryptWebhookFilter(ENVIRONMENT::get).init(new Config(Map.of())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new PayCryptWebhookFilter(name -> null).init(new Config(Map.of())))
                .isInstanceOf(ServletException.class);
    }

    @Test
    void aFilterThatWasGivenCredentialsAsksForNoSettings() {
        assertThatCode(() -> new PayCryptWebhookFilter(Deployment.CREDENTIALS).init(new Config(Map.of())))
                .doesNotThrowAnyException();
    }

    private static FilterSettings settings(Map<String, String> parameters, Map<String, String> environment) {
        return new FilterSettings(new Config(parameters), environment::get);
    }

    /** What a container says of a filter. */
    private record Config(Map<String, String> parameters) implements FilterConfig {
        @Override
        public String getFilterName() {
            return "paycrypt";
        }

        @Override
        public ServletContext getServletContext() {
            throw new UnsupportedOperationException("not needed");
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return parameters.get(name);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
