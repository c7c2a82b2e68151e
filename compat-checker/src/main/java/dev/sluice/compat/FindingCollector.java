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
import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the findings of one pair of modules, leaves out those that the settings ignore, and gives the others
 * positions, reading the positions of each file once. Safe for several threads.
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
        Finding at(@Nullable String path, Position position) {
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
        add(file, new Pending(rule, severity.get(), anchor, oldPath, message, fingerprint, element));
    }

    private synchronized void add(@Nullable SchemaFile file, Pending pending) {
        if (file == null) {
            withoutFile.add(pending.at(null, Position.START));
            return;
        }
        List<Pending> ofFile = byFile.get(file);
        if (ofFile == null) {
            ofFile = new ArrayList<>();
            byFile.put(file, ofFile);
        }
        ofFile.add(pending);
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
    synchronized List<Finding> findings() {
        List<Map.Entry<SchemaFile, List<Pending>>> files = List.copyOf(byFile.entrySet());
        List<List<Finding>> found = new ArrayList<>(Collections.nCopies(files.size(), List.of()));
        Parallel.forEach(
                files.size(),
                i -> found.set(i, inFile(files.get(i).getKey(), files.get(i).getValue())));
        List<Finding> all = new ArrayList<>(withoutFile);
        for (List<Finding> ofFile : found) {
            all.addAll(ofFile);
        }
        return all;
    }

    private List<Finding> inFile(SchemaFile file, List<Pending> pending) {
        Positions positions = Positions.of(file);
        String path = now.pathOf(file.filePath());
        List<Finding> found = new ArrayList<>(pending.size());
        for (Pending one : pending) {
            found.add(one.at(path, positions.find(one.anchor())));
        }
        return found;
    }
}
