package dev.sluice.compat.report;

import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.finding.WaivedFinding;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.lint.rule.LintCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format): the rules that found something, the
 * findings with their fingerprints, the waived ones as suppressed, and remarks about the configuration.
 */
public final class SarifReporter implements Reporter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final String FINGERPRINT = "sluice/v1";

    private final PathNames paths;

    /** A rule as a log describes it. */
    private record Descriptor(String id, String purpose, String harm, String advice) {}

    public SarifReporter(PathNames paths) {
        this.paths = paths;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        List<Descriptor> rules = rules(verdict);
        JsonWriter json = new JsonWriter(out).object();
        json.member("$schema", SCHEMA).member("version", "2.1.0").key("runs").array();
        json.object().key("tool").object().key("driver").object().member("name", "sluice");
        json.key("rules").array();
        for (Descriptor rule : rules) {
            rule(rule, json);
        }
        json.endArray().endObject().endObject();
        json.key("invocations").array().object().key("executionSuccessful").value(true);
        json.key("toolConfigurationNotifications").array();
        for (Notice notice : verdict.notices()) {
            notice(notice, json);
        }
        json.endArray().endObject().endArray();
        json.key("results").array();
        for (Finding finding : verdict.findings()) {
            result(finding, Optional.empty(), rules, json);
        }
        for (WaivedFinding waived : verdict.waived()) {
            result(waived.finding(), Optional.of(waived), rules, json);
        }
        json.endArray().endObject().endArray().endObject();
        out.append('\n');
    }

    private static List<Descriptor> rules(Verdict verdict) {
        Set<String> ids = new TreeSet<>();
        verdict.findings().forEach(finding -> ids.add(finding.rule()));
        verdict.waived().forEach(waived -> ids.add(waived.finding().rule()));
        List<Descriptor> rules = new ArrayList<>();
        for (Descriptor rule : catalogue(verdict.concern())) {
            if (ids.contains(rule.id())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static List<Descriptor> catalogue(Concern concern) {
        return switch (concern) {
            case CHANGES ->
                Catalogue.rules().stream()
                        .map(rule -> new Descriptor(rule.id(), rule.purpose(), rule.harm(), rule.advice()))
                        .toList();
            case LINT ->
                LintCatalogue.rules().stream()
                        .map(rule -> new Descriptor(rule.id(), rule.purpose(), rule.harm(), rule.advice()))
                        .toList();
        };
    }

    private static void rule(Descriptor rule, JsonWriter json) throws IOException {
        json.object().member("id", rule.id());
        text("shortDescription", rule.purpose(), json);
        text("help", rule.purpose() + " Otherwise " + rule.harm() + ". " + rule.advice(), json);
        json.endObject();
    }

    private static void notice(Notice notice, JsonWriter json) throws IOException {
        json.object().member("level", level(notice.severity()));
        text("message", notice.message(), json);
        json.key("locations").array().object().key("physicalLocation").object();
        json.key("artifactLocation")
                .object()
                .member("uri", SarifUri.of(notice.place().file()))
                .endObject();
        if (notice.place().line() > 0) {
            json.key("region")
                    .object()
                    .member("startLine", notice.place().line())
                    .member("startColumn", notice.place().column())
                    .endObject();
        }
        json.endObject().endObject().endArray().endObject();
    }

    private void result(Finding finding, Optional<WaivedFinding> waived, List<Descriptor> rules, JsonWriter json)
            throws IOException {
        json.object().member("ruleId", finding.rule());
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(finding.rule())) {
                json.member("ruleIndex", i);
            }
        }
        json.member("level", level(finding.severity()));
        text("message", finding.message(), json);
        json.key("locations").array().object().key("physicalLocation").object();
        json.key("artifactLocation")
                .object()
                .member("uri", SarifUri.of(paths.shown(finding)))
                .endObject();
        json.key("region")
                .object()
                .member("startLine", finding.position().startLine())
                .member("startColumn", finding.position().startColumn())
                .member("endLine", finding.position().endLine())
                .member("endColumn", finding.position().endColumn())
                .endObject();
        json.endObject().endObject().endArray();
        json.key("partialFingerprints")
                .object()
                .member(FINGERPRINT, finding.fingerprint())
                .endObject();
        if (waived.isPresent()) {
            String reason = waived.get().owner() + " until " + waived.get().expires() + ": "
                    + waived.get().reason();
            json.key("suppressions").array().object();
            json.member("kind", "external").member("status", "accepted").member("justification", reason);
            json.endObject().endArray();
        }
        json.endObject();
    }

    private static void text(String key, String text, JsonWriter json) throws IOException {
        json.key(key).object().member("text", text).endObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
