package dev.sluice.schema.model;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links files into a {@link SchemaSet}: imports, names, references, options. */
public final class Linker {
    /** Checks of linked files that linking itself does not need. */
    public interface Validation {
        /** Checks nothing. */
        Validation NONE = new Validation() {
            @Override
            public OfSet of(SchemaSet set, LinkProblems problems) {
                return new OfSet() {
                    @Override
                    public void validate(SchemaFile file) {}
                };
            }
        };

        /**
         * The checks of one set, all references and options of which are resolved.
         *
         * @param problems where to report what is wrong
         */
        OfSet of(SchemaSet set, LinkProblems problems);

        /** Checks of one set; safe for several threads. */
        interface OfSet {

            /** Reports what is wrong with one file. */
            void validate(SchemaFile file);
        }
    }

    private final OptionInterpreter.Factory options;
    private final Validation validation;

    /** Makes a linker that interprets options and checks files with these. */
    public Linker(OptionInterpreter.Factory options, Validation validation) {
        this.options = options;
        this.validation = validation;
    }

    /**
     * Links files.
     *
     * @param files every file, in the order in which the result is to name them where imports leave a choice
     * @param problems where problems go, with positions
     * @return the set, or empty where there was a problem
     */
    public Optional<SchemaSet> link(List<UnlinkedFile> files, Problems problems) {
        Map<String, UnlinkedFile> byPath = new LinkedHashMap<>(files.size() * 2);
        for (UnlinkedFile file : files) {
            byPath.put(file.proto().name(), file);
        }
        LinkProblems found = new LinkProblems(byPath);
        Optional<SchemaSet> set = link(byPath, found);
        boolean clean = found.isEmpty();
        found.resolveInto(problems);
        return clean ? set : Optional.empty();
    }

    private Optional<SchemaSet> link(Map<String, UnlinkedFile> byPath, LinkProblems problems) {
        List<UnlinkedFile> ordered = ImportGraph.order(byPath, problems);
        SchemaFile[] linked = new SchemaFile[ordered.size()];
        Parallel.forEach(linked.length, i -> linked[i] = TreeBuilder.build(ordered.get(i)));
        Map<String, SchemaFile> linkedByPath = new HashMap<>(linked.length * 2);
        for (SchemaFile file : linked) {
            linkedByPath.put(file.filePath(), file);
        }
        Symbols symbols = new Symbols(linked.length * 64);
        Declarations declarations = new Declarations(symbols, problems);
        for (int i = 0; i < linked.length; i++) {
            ImportGraph.linkImports(linked[i], ordered.get(i).proto(), linkedByPath);
            declarations.declare(linked[i]);
        }
        Parallel.forEach(
                linked.length, i -> References.resolve(linked[i], ordered.get(i).proto(), symbols, problems));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        OptionInterpreter interpreter = options.create(symbols, problems);
        OptionsPass[] passes = new OptionsPass[linked.length];
        Parallel.forEach(linked.length, i -> {
            passes[i] = new OptionsPass(interpreter.of(linked[i]));
            passes[i].standard(linked[i], ordered.get(i).proto());
        });
        Parallel.forEach(
                linked.length, i -> passes[i].custom(linked[i], ordered.get(i).proto()));
        SchemaSet set = new SchemaSet(new ArrayList<>(List.of(linked)), symbols);
        if (problems.isEmpty()) {
            Validation.OfSet checks = validation.of(set, problems);
            Parallel.forEach(linked.length, i -> checks.validate(linked[i]));
        }
        return Optional.of(set);
    }
}
