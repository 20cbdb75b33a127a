package com.paycrypt.examples.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.doctor.Finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault is found by the scenario that is meant for it, and what is right passes; prints the table of both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiversTest {
    private final StringBuilder table = new StringBuilder();

    @ParameterizedTest
    @EnumSource
    void everyFaultIsFoundByTheScenarioThatIsMeantForIt(Fault fault) {
        List<Finding> findings = Patient.of(fault).examine();

        note(fault.name(), fault.scenario, findings);
        assertThat(Patient.failed(findings)).as("%s", findings).contains(fault.scenario);
    }

    @Test
    void nothingIsFoundInTheReceiverOfTheSdk() {
        assertHealthy("THE SDK'S RECEIVER", Patient.of(SdkReceiver::new).examine());
    }

    @Test
    void nothingIsFoundInAReceiverWrittenByHandThatIsRight() {
        assertHealthy("RIGHT, BY HAND", Patient.of(HandWritten::new).examine());
    }

    @Test
    void nothingIsFoundInAReceiverThatStoresAnswersAndHandlesThen() {
        assertHealthy(
                "STORES, ANSWERS, HANDLES",
                Patient.of(HandlingFaults.AnswersFirst::new).thatAnswersFirst().examine());
    }

    @Test
    void inTheGuidesDjangoViewOnlyWhatItLacksIsFound() throws IOException {
        try (DjangoGuide guide = DjangoGuide.start()) {
            List<Finding> findings = Patient.examine(guide.webhook(), guide.events());

            note("THE GUIDE'S DJANGO VIEW", "", findings);
            assertThat(Patient.failed(findings))
                    .as("%s", findings)
                    .containsExactly(
                            "signature-form",
                            "altered-bytes",
                            "get",
                            "signed-garbage",
                            "chunked",
                            "duplicate",
                            "concurrent-duplicates");
        }
    }

    @Test
    void theGuidesDjangoViewWithoutAnExemptionIsBlockedByTheCsrfCheck() throws IOException {
        try (DjangoGuide guide = DjangoGuide.start("--csrf")) {
            List<Finding> findings = Patient.examine(guide.webhook(), guide.events());

            note("THE SAME, CSRF CHECK ON", "csrf", findings);
            assertThat(Patient.failed(findings)).contains("csrf", "genuine");
        }
    }

    @Test
    void everyScenarioIsMeantForAFault() {
        assertThat(Examination.SCENARIOS.stream().map(Scenario::name).filter(name -> !name.equals("genuine")))
                .isSubsetOf(Arrays.stream(Fault.values())
                        .map(fault -> fault.scenario)
                        .toList());
    }

    @Test
    void withoutItsEventsAReceiverIsJudgedByItsStatuses() {
        List<Finding> findings = Patient.of(SdkReceiver::new).examineFromOutside();

        assertThat(Patient.failed(findings)).isEmpty();
        assertThat(findings.stream().filter(finding -> finding.verdict() == Verdict.SKIP))
                .extracting(finding -> finding.scenario().name())
                .containsExactly(
                        "wrong-amount", "wrong-currency", "not-paid-yet", "committed", "signed-anew", "out-of-order");
    }

    private void assertHealthy(String name, List<Finding> findings) {
        note(name, "", findings);
        assertThat(Patient.failed(findings)).as("%s", findings).isEmpty();
        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    }

    /** A row: x is a fault found, # one found by the scenario that is meant for it. */
    private void note(String receiver, String meant, List<Finding> findings) {
        table.append(String.format("%-26s", receiver));
        for (Finding finding : findings) {
            boolean isMeant = finding.scenario().name().equals(meant);
            table.append(finding.verdict() == Verdict.FAIL ? isMeant ? "  #" : "  x" : "  .");
        }
        table.append('\n');
    }

    @AfterAll
    void printTheTable() throws IOException {
        String numbers = IntStream.rangeClosed(1, Examination.SCENARIOS.size())
                .mapToObj(number -> String.format("%3d", number))
                .collect(Collectors.joining());
        String names = IntStream.rangeClosed(1, Examination.SCENARIOS.size())
                .mapToObj(number ->
                        number + " " + Examination.SCENARIOS.get(number - 1).name())
                .collect(Collectors.joining(", "));
        String text = " ".repeat(26) + numbers + "\n" + table + "\n" + names + "\n";
        Files.writeString(Path.of("target", "receivers.txt"), text);
        System.out.println(text);
    }
}
