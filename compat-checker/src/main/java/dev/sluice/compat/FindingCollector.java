package dev.sluice.compat;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Fingerprint;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.rule.Anchor;
import dev.sluice.compat.rule.Findings;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects findings and gives them positions, reading the positions of each file once. */
final class FindingCollector implements Findings {
    private final List<Finding> withoutFile = new ArrayList<>();
    private final Map<SchemaFile, List<Pending>> byFile = new LinkedHashMap<>();

    private record Pending(Rule rule, Anchor anchor, String oldPath, String message, String fingerprint) {
        Finding at(SchemaFile file, Position position) {
            return new Finding(rule.id(), Severity.ERROR, file.filePath(), oldPath, position, message, fingerprint);
        }
    }

    @Override
    public void add(Rule rule, Anchor anchor, Element old, String subject, String change, String what) {
        String message = what + "; " + rule.harm() + ". " + rule.advice();
        String oldPath = old.file().filePath();
        String fingerprint = Fingerprint.of(rule.id(), oldPath, subject, change);
        SchemaFile file = anchor.file();
        if (file == null) {
            withoutFile.add(
                    new Finding(rule.id(), Severity.ERROR, null, oldPath, Position.START, message, fingerprint));
            return;
        }
        List<Pending> pending = byFile.get(file);
        if (pending == null) {
            pending = new ArrayList<>();
            byFile.put(file, pending);
        }
        pending.add(new Pending(rule, anchor, oldPath, message, fingerprint));
    }

    Verdict verdict() {
        Set<Finding> found = new LinkedHashSet<>(withoutFile);
        for (Map.Entry<SchemaFile, List<Pending>> entry : byFile.entrySet()) {
            Positions positions = Positions.of(entry.getKey());
            for (Pending pending : entry.getValue()) {
                found.add(pending.at(entry.getKey(), positions.find(pending.anchor())));
            }
        }
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(Finding.ORDER);
        return new Verdict(sorted);
    }
}
