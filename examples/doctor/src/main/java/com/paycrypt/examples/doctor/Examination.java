package com.paycrypt.examples.doctor;

import com.paycrypt.examples.doctor.Finding.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are numbered and run. */
final class Examination {
    /** What must not pay comes before what pays, and what reads all responses comes last. */
    static final List<Scenario> SCENARIOS = Stream.of(
                    Forgeries.all(),
                    Clocks.all(),
                    Bodies.hostile(),
                    Amounts.all(),
                    Genuine.all(),
                    Bodies.genuine(),
                    Copies.all(),
                    Leaks.all())
            .flatMap(List::stream)
            .toList();

    private final Subject subject;
    private final List<Exchange> exchanges = new ArrayList<>();

    Examination(Subject subject) {
        this.subject = subject;
    }

    /**
     * Runs the scenarios of these numbers.
     *
     * @throws UnreachableException if the target or the list of events cannot be reached
     */
    List<Finding> run(Set<Integer> numbers) {
        Map<Integer, Probe> probes = new LinkedHashMap<>();
        IntStream.rangeClosed(1, SCENARIOS.size())
                .filter(numbers::contains)
                .forEach(number -> probes.put(number, probe(SCENARIOS.get(number - 1))));
        probes.values().forEach(Probe::recheck);
        return probes.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Probe probe(Scenario scenario) {
        Probe probe = new Probe(subject, scenario.name(), exchanges);
        if (scenario.needs().areMetBy(subject)) {
            scenario.check().accept(probe);
        }
        return probe;
    }

    private Finding finding(int number, Probe probe) {
        Scenario scenario = SCENARIOS.get(number - 1);
        if (!scenario.needs().areMetBy(subject)) {
            return new Finding(number, scenario, Verdict.SKIP, List.of(scenario.needs().missing));
        }
        Verdict verdict = probe.problems().isEmpty() ? Verdict.PASS : Verdict.FAIL;
        return new Finding(number, scenario, verdict, probe.problems());
    }
}
