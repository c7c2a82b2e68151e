package dev.sluice.schema.model;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

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
        Parallel.forEach(linked.length, new TreePass(ordered, linked));
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
        Parallel.forEach(linked.length, new ReferencePass(ordered, linked, symbols, problems));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        OptionInterpreter interpreter = options.create(symbols, problems);
        OptionsPass[] passes = new OptionsPass[linked.length];
        for (int i = 0; i < linked.length; i++) {
            passes[i] = new OptionsPass(interpreter.of(linked[i]));
        }
        Parallel.forEach(linked.length, new StandardOptionPass(ordered, linked, passes));
        Parallel.forEach(linked.length, new CustomOptionPass(ordered, linked, passes));
        SchemaSet set = new SchemaSet(new ArrayList<>(List.of(linked)), symbols);
        if (problems.isEmpty()) {
            Parallel.forEach(linked.length, new ValidationPass(ordered, linked, validation.of(set, problems)));
        }
        return Optional.of(set);
    }

    // What is done with each file: classes, because linking a few files takes less time than linking lambdas does.

    private record TreePass(List<UnlinkedFile> files, SchemaFile[] linked) implements IntConsumer {
        @Override
        public void accept(int i) {
            linked[i] = TreeBuilder.build(files.get(i));
        }
    }

    private record ReferencePass(List<UnlinkedFile> files, SchemaFile[] linked, Symbols symbols, LinkProblems problems)
            implements IntConsumer {
        @Override
        public void accept(int i) {
            References.resolve(linked[i], files.get(i).proto(), symbols, problems);
        }
    }

    private record StandardOptionPass(List<UnlinkedFile> files, SchemaFile[] linked, OptionsPass[] passes)
            implements IntConsumer {
        @Override
        public void accept(int i) {
            passes[i].standard(linked[i], files.get(i).proto());
        }
    }

    private record CustomOptionPass(List<UnlinkedFile> files, SchemaFile[] linked, OptionsPass[] passes)
            implements IntConsumer {
        @Override
        public void accept(int i) {
            if (!files.get(i).trusted()) {
                passes[i].custom(linked[i], files.get(i).proto());
            }
        }
    }

    private record ValidationPass(List<UnlinkedFile> files, SchemaFile[] linked, Validation.OfSet checks)
            implements IntConsumer {
        @Override
        public void accept(int i) {
            if (!files.get(i).trusted()) {
                checks.validate(linked[i]);
            }
        }
    }
}
