package dev.sluice.cli;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.OutputFolder;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the commands that make files from schemas have in common. */
final class Generation {
    private Generation() {}

    static int run(
            String command, Arguments parsed, Console console, Function<SchemaSet, List<GeneratedFile>> generator)
            throws CommandFailure, IOException {
        String out = parsed.value("--out").orElse("");
        SchemaInput input = SchemaInput.of(command, parsed);
        String schemas =
                parsed.words(1, 1, "the folder or descriptor set to read").get(0);
        if (out.isEmpty()) {
            throw CommandFailure.usage(command, "--out is missing");
        }
        Path folder = PathArgument.of(command, out);
        List<GeneratedFile> files = generate(command, input.read(schemas), generator);
        OutputFolder.Changes changes = new OutputFolder(folder).write(files);
        console.out()
                .println(out + ": " + changes.written().size() + " files written, " + changes.unchanged()
                        + " unchanged, " + changes.deleted().size() + " stale ones removed");
        return ExitStatus.CLEAN;
    }

    private static List<GeneratedFile> generate(
            String command, SchemaSet set, Function<SchemaSet, List<GeneratedFile>> generator) throws CommandFailure {
        try {
            return generator.apply(set);
        } catch (GenerationException e) {
            List<String> lines = new ArrayList<>();
            for (Problem problem : e.problems()) {
                lines.add(problem.toString());
            }
            lines.add("sluice " + command + ": nothing was written");
            throw CommandFailure.input(lines);
        }
    }
}
