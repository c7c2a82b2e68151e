package dev.sluice.codegen;

import dev.sluice.codegen.code.JavaSource;
import dev.sluice.codegen.java.JavaGenerator;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Generates Java bindings. The same schemas give the same bytes, whatever the order of their files. */
public final class Generator {
    private Generator() {}

    /**
     * The Java files of a set's requested files, by path.
     *
     * @throws GenerationException if something in the schemas cannot be generated
     */
    public static List<GeneratedFile> generate(SchemaSet set, GeneratorOptions options) {
        return generate(set, options, problem -> {});
    }

    /**
     * The Java files of a set's requested files, by path.
     *
     * @param uncompiled takes each constraint that is not compiled where that is allowed, with the reason
     * @throws GenerationException if something in the schemas cannot be generated
     */
    public static List<GeneratedFile> generate(SchemaSet set, GeneratorOptions options, Consumer<Problem> uncompiled) {
        Problems problems = new Problems();
        Problems unchecked = new Problems();
        JavaGenerator generator =
                new JavaGenerator(set, options.includeImports(), options.allowUncompiledRules(), problems, unchecked);
        List<GeneratedFile> files = files(generator::generate, problems);
        unchecked.sorted().forEach(uncompiled);
        return files;
    }

    /** The classes of the runtime for the messages of google.protobuf that have a JSON form of their own. */
    static List<GeneratedFile> generateRuntime(SchemaSet wellKnown) {
        Problems problems = new Problems();
        return files(new JavaGenerator(wellKnown, false, false, problems, problems)::generateRuntime, problems);
    }

    private static List<GeneratedFile> files(Consumer<Consumer<JavaSource>> generator, Problems problems) {
        Queue<GeneratedFile> made = new ConcurrentLinkedQueue<>();
        generator.accept(source -> made.add(new GeneratedFile(source.path(), source.text())));
        List<GeneratedFile> files = new ArrayList<>(made);
        files.sort(Comparator.comparing(GeneratedFile::path));
        if (!problems.isEmpty()) {
            throw new GenerationException(problems.sorted());
        }
        return files;
    }
}
