package dev.sluice.cli;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.OccupiedException;
import dev.sluice.codegen.OutputFolder;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Printable;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the commands that make files from schemas have in common. */
final class Generation {
    private Generation() {}

    /** Makes files from protobuf schemas. */
    static int run(
            String command, Arguments parsed, Console console, Function<SchemaSet, List<GeneratedFile>> generator)
            throws CommandFailure, IOException {
        String out = parsed.value("--out").orElse("");
        SchemaInput input = SchemaInput.of(command, parsed);
        String schemas =
                parsed.words(1, 1, "the folder or descriptor set to read").get(0);
        Path folder = folder(command, out);
        SchemaSet set = input.read(schemas);
        return write(command, out, folder, generate(command, () -> generator.apply(set)), console);
    }

    /** The folder to write to. */
    static Path folder(String command, String out) throws CommandFailure {
        if (out.isEmpty()) {
            throw CommandFailure.usage(command, "--out is missing");
        }
        return PathArgument.of(command, out);
    }

    /** Makes the folder hold the files, and tells what changed. */
    static int write(String command, String out, Path folder, List<GeneratedFile> files, Console console)
            throws CommandFailure {
        OutputFolder.Changes changes;
        try {
            changes = new OutputFolder(folder).write(files);
        } catch (OccupiedException e) {
            throw unwritten(command, e.lines());
        } catch (IOException e) {
            throw CommandFailure.unwritten("sluice " + command + ": " + e.getMessage());
        }
        for (String path : changes.kept()) {
            console.err()
                    .println(Printable.of(
                            folder.resolve(path) + ": warning: this file is generated no more, but somebody"
                                    + " has replaced it; it is left"));
        }
        console.out()
                .println(out + ": " + changes.written().size() + " files written, " + changes.unchanged()
                        + " unchanged, " + changes.deleted().size() + " stale ones removed");
        return ExitStatus.CLEAN;
    }

    /** The files, or what stands in their way. */
    static List<GeneratedFile> generate(String command, Supplier<List<GeneratedFile>> generator) throws CommandFailure {
        try {
            return generator.get();
        } catch (GenerationException e) {
            throw unwritten(
                    command, e.problems().stream().map(Problem::toString).toList());
        }
    }

    private static CommandFailure unwritten(String command, List<String> problems) {
        List<String> lines = new ArrayList<>(problems);
        lines.add("sluice " + command + ": nothing was written");
        return CommandFailure.input(lines);
    }
}
