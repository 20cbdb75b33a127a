package com.paycrypt.sdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a native image would be without. */
class CoreHintsTest {
    @Test
    void everyFileThatTheCoreReadsByItsNameIsHinted() throws IOException {
        RuntimeHints hints = new RuntimeHints();
        AotServices.factories()
                .load(RuntimeHintsRegistrar.class)
                .forEach(registrar -> registrar.registerHints(hints, getClass().getClassLoader()));

        assertThat(filesOfTheCore())
                .isNotEmpty()
                .allMatch(file ->
                        RuntimeHintsPredicates.resource().forResource(file).test(hints));
    }

    private static Stream<String> filesOfTheCore() throws IOException {
        String core = PayCryptClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:com/paycrypt/sdk/**/*.*"))
                .map(CoreHintsTest::address)
                .filter(address -> address.contains(core) && !address.endsWith(".class"))
                .map(address -> address.substring(address.lastIndexOf("com/paycrypt/sdk/")));
    }

    private static String address(Resource resource) {
        try {
            URI address = resource.getURI();
            return address.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
