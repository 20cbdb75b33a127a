package com.paycrypt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public API is what a reviewed text says, type by type and member by member. */
class PublicApiTest {
    private static final String UPDATE = "api.update";

    @ParameterizedTest
    @EnumSource
    void theApiIsTheReviewedOneOf(PublishedModule module) throws IOException {
        Path reviewed = Path.of("api", module.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
        String text = ApiText.of(module.compiled.exportedClasses());
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(reviewed, text);
        }

        assertThat(text)
                .as("the API differs from %s: review the change, then write it with -D%s=true", reviewed, UPDATE)
                .isEqualTo(Files.readString(reviewed));
    }
}
