package com.paycrypt.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.architecture.fixture.api.Careless;
import com.paycrypt.architecture.fixture.files.Chicken;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of the architecture finds the classes that break it. */
class ArchitectureFailsTest {
    private static final String LEVELS = "com.paycrypt.architecture.fixture.levels";
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(LEVELS);

    @Test
    void anImportThatPointsUpIsFound() {
        EvaluationResult result = classes().should(new PackageLevels(LEVELS)).evaluate(FIXTURES);

        assertThat(result.getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("error.Low") && detail.contains("session.High"))
                .anyMatch(detail -> detail.contains("elsewhere.Stray stands on no known level"))
                .hasSize(2);
    }

    @Test
    void aCycleIsFound() {
        assertThat(slices().matching(LEVELS + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(FIXTURES)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void aCycleOfTwoFilesIsFound() {
        assertThat(FileCycles.of(new ClassFileImporter().importPackages(Chicken.class.getPackageName())))
                .singleElement()
                .asString()
                .isEqualTo("%1$s.Chicken.java -> %1$s.Egg.java -> %1$s.Chicken.java", Chicken.class.getPackageName());
    }

    @Test
    void booleanParametersOfOnesOwnAreFound() {
        assertThat(PublicApi.booleanParameters(careless()))
                .containsExactlyInAnyOrder(
                        Careless.class.getName() + ".pay(boolean)",
                        Careless.class.getName() + ".<init>(java.lang.Boolean)");
    }

    @Test
    void librariesInSignaturesAreFound() {
        assertThat(PublicApi.librarySignatures(careless()))
                .containsExactlyInAnyOrder(
                        Careless.class.getName() + ".calls(java.util.List)",
                        Careless.class.getName() + ".answer()",
                        Careless.class.getName() + ".client",
                        Careless.class.getName() + " is a okhttp3.Interceptor",
                        Careless.class.getName() + ".intercept(okhttp3.Interceptor$Chain)");
    }

    private static Stream<JavaClass> careless() {
        return new ClassFileImporter().importClasses(Careless.class).stream();
    }
}
