package com.paycrypt.examples.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.examples.doctor.Finding.Verdict;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The findings, for people or for programs. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI target;
    private final List<Finding> findings;

    Report(URI target, List<Finding> findings) {
        this.target = target;
        this.findings = findings;
    }

    long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    String text() {
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> add(lines, finding));
        lines.add("");
        lines.add(target + ": " + count(Verdict.PASS) + " right, " + count(Verdict.FAIL) + " wrong, "
                + count(Verdict.SKIP) + " not looked at");
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, Finding finding) {
        lines.add(String.format(
                Locale.ROOT,
                "%2d %s  %-22s %s",
                finding.number(),
                finding.verdict(),
                finding.scenario().name(),
                finding.verdict() == Verdict.SKIP
                        ? finding.reasons().get(0)
                        : finding.scenario().sends()));
        if (finding.verdict() == Verdict.FAIL) {
            finding.reasons().forEach(reason -> lines.add("          why  " + reason));
            lines.add("          fix  " + finding.scenario().fix());
        }
    }

    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("target", target.toString());
        report.put("passed", count(Verdict.PASS));
        report.put("failed", count(Verdict.FAIL));
        report.put("skipped", count(Verdict.SKIP));
        report.put("scenarios", findings.stream().map(Report::fields).toList());
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", finding.number());
        fields.put("name", finding.scenario().name());
        fields.put("verdict", finding.verdict().name());
        fields.put("sends", finding.scenario().sends());
        fields.put("reasons", finding.reasons());
        fields.put("fix", finding.scenario().fix());
        return fields;
    }
}
