package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.FileProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders files so that each comes after those it imports, and links the imports. */
final class ImportGraph {
    private static final int DEPENDENCY = 3;
    private static final int OPTION_DEPENDENCY = 15;

    private enum State {
        BEGUN,
        DONE
    }

    private final Map<String, UnlinkedFile> files;
    private final LinkProblems problems;
    private final Map<String, State> states = new HashMap<>();
    private final List<UnlinkedFile> ordered = new ArrayList<>();

    private ImportGraph(Map<String, UnlinkedFile> files, LinkProblems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The files in dependency order; missing and cyclic imports are reported and passed over. */
    static List<UnlinkedFile> order(Map<String, UnlinkedFile> files, LinkProblems problems) {
        ImportGraph graph = new ImportGraph(files, problems);
        for (UnlinkedFile file : files.values()) {
            graph.visit(file);
        }
        return graph.ordered;
    }

    /** One file on the way down, and how many of its imports have been visited. */
    private static final class Step {
        final UnlinkedFile file;
        final List<String> imports;
        int next;

        Step(UnlinkedFile file) {
            this.file = file;
            this.imports = importsOf(file.proto());
        }
    }

    private static List<String> importsOf(FileProto proto) {
        if (proto.optionDependencies().isEmpty()) {
            return proto.dependencies();
        }
        List<String> all = new ArrayList<>(proto.dependencies());
        all.addAll(proto.optionDependencies());
        return all;
    }

    private void visit(UnlinkedFile root) {
        if (states.containsKey(root.proto().name())) {
            return;
        }
        List<Step> way = new ArrayList<>();
        begin(root, way);
        while (!way.isEmpty()) {
            Step step = way.get(way.size() - 1);
            if (step.next == step.imports.size()) {
                states.put(step.file.proto().name(), State.DONE);
                ordered.add(step.file);
                way.remove(way.size() - 1);
                continue;
            }
            int index = step.next++;
            String imported = step.imports.get(index);
            UnlinkedFile target = files.get(imported);
            if (target == null) {
                report(step, index, "import \"" + imported + "\" was not found");
            } else if (states.get(imported) == State.BEGUN) {
                report(step, index, "import cycle: " + describeCycle(way, imported));
            } else if (!states.containsKey(imported)) {
                begin(target, way);
            }
        }
    }

    private void begin(UnlinkedFile file, List<Step> way) {
        states.put(file.proto().name(), State.BEGUN);
        way.add(new Step(file));
    }

    private void report(Step step, int index, String message) {
        int plain = step.file.proto().dependencies().size();
        int[] path = index < plain ? new int[] {DEPENDENCY, index} : new int[] {OPTION_DEPENDENCY, index - plain};
        problems.report(step.file.proto().name(), path, message);
    }

    private static String describeCycle(List<Step> way, String imported) {
        StringBuilder cycle = new StringBuilder();
        boolean inside = false;
        for (Step step : way) {
            String name = step.file.proto().name();
            inside |= name.equals(imported);
            if (inside) {
                cycle.append(name).append(" -> ");
            }
        }
        return cycle.append(imported).toString();
    }

    /** Sets the imports of a file to those that exist. */
    static void linkImports(SchemaFile file, FileProto proto, Map<String, SchemaFile> linked) {
        List<Import> imports = new ArrayList<>(proto.dependencies().size());
        for (int i = 0; i < proto.dependencies().size(); i++) {
            SchemaFile target = linked.get(proto.dependencies().get(i));
            if (target != null) {
                imports.add(new Import(target, kind(proto, i)));
            }
        }
        for (String option : proto.optionDependencies()) {
            SchemaFile target = linked.get(option);
            if (target != null) {
                imports.add(new Import(target, Import.Kind.OPTION));
            }
        }
        file.setImports(imports);
    }

    private static Import.Kind kind(FileProto proto, int index) {
        if (proto.publicDependencies().contains(index)) {
            return Import.Kind.PUBLIC;
        }
        return proto.weakDependencies().contains(index) ? Import.Kind.WEAK : Import.Kind.PLAIN;
    }
}
