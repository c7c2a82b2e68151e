package dev.sluice.lint.rule;

import dev.sluice.schema.model.Import;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Packages do not import each other in a circle, be it by way of packages that are only imported. */
final class PackageImportCycle extends FilesRule {
    PackageImportCycle() {
        super(
                "PACKAGE_NO_IMPORT_CYCLE",
                "Packages do not import each other in a circle.",
                "languages whose packages may not do so cannot compile what is generated",
                "Move what both need into a package of its own.",
                LintCategory.MINIMAL);
    }

    @Override
    public void check(SchemaSet set, Inspection inspection) {
        Map<String, Set<String>> imported = new TreeMap<>();
        for (SchemaFile file : set.files()) {
            Set<String> packages = imported.computeIfAbsent(file.packageName(), absent -> new TreeSet<>());
            for (Import each : file.imports()) {
                String name = each.file().packageName();
                if (!name.isEmpty() && !name.equals(file.packageName())) {
                    packages.add(name);
                }
            }
        }
        Map<String, Map<String, List<String>>> known = new HashMap<>();
        for (SchemaFile file : set.requestedFiles()) {
            if (!file.packageName().isEmpty()) {
                check(file, imported, known.computeIfAbsent(file.packageName(), absent -> new HashMap<>()), inspection);
            }
        }
    }

    private void check(
            SchemaFile file,
            Map<String, Set<String>> imported,
            Map<String, List<String>> known,
            Inspection inspection) {
        String name = file.packageName();
        for (WrittenImport each : WrittenImport.of(file)) {
            String next = each.file().packageName();
            if (next.isEmpty() || next.equals(name)) {
                continue;
            }
            List<String> way = known.computeIfAbsent(next, from -> way(from, name, imported));
            if (!way.isEmpty()) {
                inspection.add(
                        this,
                        Spot.importOf(file, each),
                        "packages import each other in a circle: " + name + " -> " + String.join(" -> ", way));
            }
        }
    }

    /** The shortest way from one package to another, both included; empty where there is none. */
    private static List<String> way(String from, String to, Map<String, Set<String>> imported) {
        Map<String, String> previous = new HashMap<>();
        previous.put(from, from);
        Deque<String> reached = new ArrayDeque<>(List.of(from));
        while (!reached.isEmpty() && !previous.containsKey(to)) {
            String current = reached.poll();
            for (String next : imported.getOrDefault(current, Set.of())) {
                if (previous.putIfAbsent(next, current) == null) {
                    reached.add(next);
                }
            }
        }
        LinkedList<String> way = new LinkedList<>();
        String step = previous.containsKey(to) ? to : null;
        while (step != null) {
            way.addFirst(step);
            step = step.equals(from) ? null : previous.get(step);
        }
        return way;
    }
}
