package com.paycrypt.sdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What an IDE shows while somebody types a property. */
class MetadataTest {
    @Test
    void everyPropertyIsDescribed() throws IOException {
        assertThat(properties())
                .allMatch(property -> property.path("description").asText().endsWith("."))
                .extracting(property -> property.path("name").asText())
                .contains("paycrypt.defaults.success-url", "paycrypt.webhook.also-accept", "paycrypt.base-url");
    }

    private static List<JsonNode> properties() throws IOException {
        List<JsonNode> properties = new ArrayList<>();
        new ObjectMapper()
                .readTree(new ClassPathResource(
                                "META-INF/spring-configuration-metadata.json",
                                PayCryptProperties.class.getClassLoader())
                        .getInputStream())
                .path("properties")
                .forEach(properties::add);
        properties.removeIf(property -> !property.path("name").asText().startsWith("paycrypt."));
        return properties;
    }
}
