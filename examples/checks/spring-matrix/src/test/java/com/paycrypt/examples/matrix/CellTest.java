package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.spring.PayCryptClientCustomizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/** The cell is what its name says: otherwise everything that the other tests prove would be worth nothing. */
@Tag("alone")
@Tag("full")
@Tag("jackson-2")
@Tag("jpa")
@Tag("no-web")
@Tag("server")
class CellTest {
    private static final Set<String> CELLS = Set.of("alone", "full", "jackson-2", "jpa", "no-web", "server");
    private static final boolean BOOT_4 = Cell.BOOT.startsWith("4.");

    @Test
    void whatTheCellIsWithoutIsNotThereAndTheRestIs() {
        Cell.PARTS.forEach(
                (part, type) -> assertThat(Cell.isOnClassPath(type)).as(part).isEqualTo(Cell.has(part)));
    }

    @Test
    void theServerIsTheOnlyOneOfItsStack() {
        Cell.assumeWeb();
        assertThat(Cell.isOnClassPath(Cell.SERVERS.get(Cell.SERVER))).isTrue();
        Cell.SERVERS.forEach((server, type) -> assertThat(isAllowed(server) || !Cell.isOnClassPath(type))
                .as(server)
                .isTrue());
    }

    @Test
    void theVersionsAreThoseOfTheBuild() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(Cell.BOOT);
        assertThat(PackageVersion.VERSION.toString()).isEqualTo(System.getProperty("cell.jackson2"));
        assertThat(System.getProperty("java.specification.version")).isEqualTo(System.getProperty("cell.java"));
    }

    @Test
    void jackson3IsThereOnBoot4AloneAndThereBootLeavesJackson2ToTheSdkUnlessAskedFor() {
        boolean askedFor = BOOT_4 && Cell.JSON.equals("com.fasterxml.jackson");

        assertThat(Cell.isOnClassPath("tools.jackson.databind.ObjectMapper")).isEqualTo(BOOT_4);
        assertThat(Cell.isOnClassPath("org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration"))
                .isEqualTo(askedFor);
        assertThat(Cell.isOnClassPath("com.fasterxml.jackson.datatype.jsr310.JavaTimeModule"))
                .isEqualTo(!BOOT_4 || askedFor);
    }

    /** One without would never run. Read without loading: some are of a stack that this cell does not have. */
    @Test
    void eachTestClassIsInACell() throws Exception {
        List<String> untagged = new ArrayList<>();
        for (Resource test : new PathMatchingResourcePatternResolver()
                .getResources("classpath:com/paycrypt/examples/matrix/*Test.class")) {
            AnnotationMetadata metadata =
                    new SimpleMetadataReaderFactory().getMetadataReader(test).getAnnotationMetadata();
            Set<AnnotationAttributes> tags =
                    metadata.getMergedRepeatableAnnotationAttributes(Tag.class, Tags.class, true);
            if (tags.stream().noneMatch(tag -> CELLS.contains(tag.getString("value")))) {
                untagged.add(metadata.getClassName());
            }
        }
        assertThat(untagged).isEmpty();
    }

    /** So what runs here is byte for byte what runs in every other cell of both lines: nothing is compiled twice. */
    @ParameterizedTest
    @ValueSource(classes = {PayCryptClient.class, PayCryptClientCustomizer.class})
    void theSdkIsTheOneThatItsOwnModuleMade(Class<?> type) throws Exception {
        Path target = Path.of("../../../..", moduleOf(type), "target").toRealPath();
        Path used =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(used.toRealPath().getParent()).isEqualTo(target);
    }

    private static String moduleOf(Class<?> type) {
        return type.getPackageName().endsWith(".spring") ? "paycrypt-sdk-spring" : "paycrypt-sdk-core";
    }

    /** WebFlux's own server may lie beside a servlet container, which then wins. */
    private static boolean isAllowed(String server) {
        return server.equals(Cell.SERVER) || (Cell.STACK.equals("mvc") && server.equals("netty"));
    }
}
