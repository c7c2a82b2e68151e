package dev.sluice.cli;

import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The option {@code --import}. */
final class ImportFolders {
    private ImportFolders() {}

    /** The folders in which imports are looked up. */
    static List<SchemaSource> of(String command, Arguments arguments) throws CommandFailure {
        List<SchemaSource> sources = new ArrayList<>();
        for (String folder : arguments.values("--import")) {
            Path path = PathArgument.of(command, folder);
            if (!Files.isDirectory(path)) {
                throw CommandFailure.usage(command, "--import " + folder + " is not a folder");
            }
            sources.add(new FolderSource(path));
        }
        return sources;
    }
}
