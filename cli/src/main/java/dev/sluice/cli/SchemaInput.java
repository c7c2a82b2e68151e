package dev.sluice.cli;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the schemas that an argument names. */
final class SchemaInput {
    private final String command;
    private final SchemaReader reader;

    private SchemaInput(String command, SchemaReader reader) {
        this.command = command;
        this.reader = reader;
    }

    /** Takes the {@code --import} options of a command. */
    static SchemaInput of(String command, Arguments arguments) throws CommandFailure {
        List<Path> folders = new ArrayList<>();
        for (String folder : arguments.values("--import")) {
            Path path = PathArgument.of(command, folder);
            if (!Files.isDirectory(path)) {
                throw CommandFailure.usage(command, "--import " + folder + " is not a folder");
            }
            folders.add(path);
        }
        return new SchemaInput(command, SchemaReader.withImports(folders));
    }

    /** Reads the schemas a command is to work on. */
    SchemaSet read(String argument) throws CommandFailure {
        Path path = PathArgument.of(command, argument);
        if (!Files.exists(path)) {
            throw CommandFailure.input(List.of("sluice " + command + ": there is no " + argument));
        }
        if (argument.endsWith(".proto") && Files.isRegularFile(path)) {
            throw CommandFailure.usage(
                    command, argument + " is one .proto file; name the folder that its imports start at");
        }
        return read(path, argument);
    }

    private SchemaSet read(Path path, String argument) throws CommandFailure {
        ReadResult result;
        try {
            result = reader.read(path);
        } catch (IOException e) {
            throw CommandFailure.input(
                    List.of("sluice " + command + ": cannot read " + argument + ": " + e.getMessage()));
        }
        if (result instanceof ReadResult.Read read) {
            return read.set();
        }
        List<Problem> problems = ((ReadResult.Failed) result).problems();
        List<String> lines = new ArrayList<>(problems.size() + 1);
        for (Problem problem : problems) {
            lines.add(problem.toString());
        }
        lines.add("sluice " + command + ": " + argument + " has "
                + (problems.size() == 1 ? "1 problem" : problems.size() + " problems"));
        throw CommandFailure.input(lines);
    }
}
