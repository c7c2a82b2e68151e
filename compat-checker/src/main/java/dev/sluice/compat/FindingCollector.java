package dev.sluice.compat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Fingerprint;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.rule.Anchor;
import dev.sluice.compat.rule.Findings;
import dev.sluice.compat.rule.Rule;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the findings of one pair of modules, leaves out those that the settings ignore, and gives the others
 * positions, reading the positions of each file once.
 */
final class FindingCollector implements Findings {
    private final ModuleSchemas old;
    private final ModuleSchemas now;
    private final Configuration configuration;
    private final List<Finding> withoutFile = new ArrayList<>();
    private final Map<SchemaFile, List<Pending>> byFile = new LinkedHashMap<>();

    private record Pending(
            Rule rule,
            Severity severity,
            Anchor anchor,
            String oldPath,
            String message,
            String print,
            Element element) {
        Finding at(String path, Position position) {
            return new Finding(rule.id(), severity, path, oldPath, position, message, print, pathOf(element));
        }
    }

    FindingCollector(ModuleSchemas old, ModuleSchemas now, Configuration configuration) {
        this.old = old;
        this.now = now;
        this.configuration = configuration;
    }

    @Override
    public boolean acceptsSameShape() {
        return configuration.acceptsSameShape();
    }

    @Override
    public void add(Rule rule, Anchor anchor, Element element, String subject, String change, String what) {
        SchemaFile oldFile = element.file();
        SchemaFile file = anchor.file();
        Optional<Severity> severity = configuration.level(rule.id()).severity();
        if (severity.isEmpty() || isIgnored(rule, oldFile) || (file != null && isIgnored(rule, file))) {
            return;
        }
        String message = what + "; " + rule.harm() + ". " + rule.advice();
        String oldPath = old.pathOf(oldFile.filePath());
        String fingerprint = Fingerprint.of(rule.id(), oldFile.filePath(), subject, change);
        if (file == null) {
            withoutFile.add(new Finding(
                    rule.id(), severity.get(), null, oldPath, Position.START, message, fingerprint, pathOf(element)));
            return;
        }
        List<Pending> pending = byFile.get(file);
        if (pending == null) {
            pending = new ArrayList<>();
            byFile.put(file, pending);
        }
        pending.add(new Pending(rule, severity.get(), anchor, oldPath, message, fingerprint, element));
    }

    private static List<Integer> pathOf(Element element) {
        List<Integer> path = new ArrayList<>();
        for (int number : element.path()) {
            path.add(number);
        }
        return path;
    }

    private boolean isIgnored(Rule rule, SchemaFile file) {
        return now.module().breaking().isIgnored(rule.id(), file.filePath(), file.packageName());
    }

    /** What was found, in no particular order. */
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>(withoutFile);
        for (Map.Entry<SchemaFile, List<Pending>> entry : byFile.entrySet()) {
            Positions positions = Positions.of(entry.getKey());
            String path = now.pathOf(entry.getKey().filePath());
            for (Pending pending : entry.getValue()) {
                found.add(pending.at(path, positions.find(pending.anchor())));
            }
        }
        return found;
    }
}
