package com.paycrypt.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape of the published modules, read from their compiled classes. */
class ArchitectureTest {
    private static final String CONSTANT_TIME = "java.security.MessageDigest.isEqual(";

    @Test
    void importsOfTheCorePointDown() {
        classes().should(new PackageLevels("com.paycrypt.sdk")).check(PublishedModule.CORE.compiled.classes());
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("com.paycrypt.(**)").should().beFreeOfCycles().check(PublishedModule.all());
    }

    @ParameterizedTest
    @EnumSource
    void noFilesFormACycleIn(PublishedModule module) {
        assertThat(FileCycles.of(module.compiled.classes())).isEmpty();
    }

    @Test
    void theCoreExportsNothingInternal() {
        assertThat(PublishedModule.CORE.compiled.exportedPackages())
                .contains("com.paycrypt.sdk", "com.paycrypt.sdk.webhook")
                .noneMatch(name -> (name + '.').contains(".internal."));
    }

    @Test
    void noPackageIsSplitBetweenModules() {
        assertThat(Stream.of(PublishedModule.values()).flatMap(module -> module.compiled.packages().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aMerchantHasFewTypesToLearnIn(PublishedModule module) {
        assertThat(module.compiled.exportedTypes()).hasSizeLessThanOrEqualTo(module.mostTypes);
    }

    @ParameterizedTest
    @EnumSource
    void noPublicMethodTakesABooleanIn(PublishedModule module) {
        assertThat(PublicApi.booleanParameters(module.compiled.exportedClasses()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noSignatureNamesALibraryIn(PublishedModule module) {
        assertThat(PublicApi.librarySignatures(module.compiled.exportedClasses()))
                .isEmpty();
    }

    /** Whoever compared with a signature as text would tell by the time that it takes how far a forged one is right. */
    @Test
    void signaturesAreComparedInConstantTimeAlone() {
        assertThat(callers("com.paycrypt.sdk.internal.sign.HmacSha256"))
                .filteredOn(caller -> !caller.getName().equals("sign"))
                .isNotEmpty()
                .allMatch(caller -> caller.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTarget().getFullName().startsWith(CONSTANT_TIME)));
        assertThat(callers("com.paycrypt.sdk.auth.Credentials"))
                .extracting(caller -> caller.getOwner().getSimpleName())
                .containsOnly("RequestSigner", "WebhookSigner", "AcceptedCredentials");
    }

    private static Stream<JavaCodeUnit> callers(String signer) {
        return PublishedModule.CORE.compiled.classes().get(signer).getMethods().stream()
                .filter(method -> method.getName().equals("sign"))
                .flatMap(method -> method.getCallsOfSelf().stream())
                .map(JavaAccess::getOrigin);
    }
}
