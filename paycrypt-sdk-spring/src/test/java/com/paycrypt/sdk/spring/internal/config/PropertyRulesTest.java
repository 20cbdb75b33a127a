package com.paycrypt.sdk.spring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.SpringProperties;

/** What a developer is advised to do about missing properties. */
class PropertyRulesTest {
    @AfterEach
    void asItIs() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
    }

    @Test
    void anApplicationMayDoWithoutPayCrypt() {
        assertThat(advice()).contains("PAYCRYPT_SECRET", "To run without PayCrypt, set none of the three");
    }

    @Test
    void oneThatWasProcessedAheadOfTimeHadToSaySoThen() {
        SpringProperties.setFlag(AotDetector.AOT_ENABLED);

        assertThat(advice()).contains("PAYCRYPT_SECRET", "process it with none of the three set");
    }

    private static String advice() {
        PayCryptProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("paycrypt", PayCryptProperties.class);
        PayCryptConfigurationException rejected = catchThrowableOfType(
                PayCryptConfigurationException.class,
                () -> PropertyRules.credentials(MerchantSettings.shortForm(properties)));
        assertThat(rejected).hasMessageContaining("paycrypt.key is not set");
        return rejected.action();
    }
}
