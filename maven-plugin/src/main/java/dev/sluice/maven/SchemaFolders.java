package dev.sluice.maven;

import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.report.PathNames;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.SelectedSource;
import dev.sluice.schema.source.UnionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * The schemas of a project: some files of its source folders, and where imports that these do not bring are looked up.
 */
final class SchemaFolders {
    private final List<Path> folders;
    private final SchemaSource schemas;
    private final List<SchemaSource> imports;

    /**
     * @param folders the folders that exist
     * @param others the schemas of dependencies that are meant like those of the folders
     * @param selected which of all these files are meant; the others can be imported
     * @param imports further places to look imports up in, in order
     */
    SchemaFolders(List<Path> folders, List<SchemaSource> others, PathPatterns selected, List<SchemaSource> imports) {
        this.folders = List.copyOf(folders);
        List<SchemaSource> sources = new ArrayList<>();
        folders.forEach(folder -> sources.add(new FolderSource(folder)));
        sources.addAll(others);
        UnionSource all = new UnionSource(sources);
        this.schemas = new SelectedSource(all, selected);
        this.imports = new ArrayList<>(List.of(all));
        this.imports.addAll(imports);
    }

    /** The schemas that are meant. */
    SchemaSource source() {
        return schemas;
    }

    /** The folders and where else imports are looked up. */
    List<SchemaSource> imports() {
        return List.copyOf(imports);
    }

    /** The schemas as the new side of a check. */
    CheckSide side() {
        String name = folders.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new CheckSide.Tree(name, schemas, folders.size() == 1 ? name : "");
    }

    /** The folder that counts where one is asked for. */
    Path firstFolder() {
        return folders.get(0);
    }

    /** How reports name the schemas: as files on disk where they are all in one folder. */
    PathNames names() {
        return folders.size() == 1 ? PathNames.below(folders.get(0).toString()) : PathNames.PLAIN;
    }

    /** How reports name the schemas: as {@link #names}, but from the folder in which Maven runs where they are below it. */
    PathNames namesFrom(Optional<Path> root) {
        if (folders.size() != 1 || root.isEmpty()) {
            return names();
        }
        Path folder = folders.get(0).toAbsolutePath().normalize();
        Path from = root.get().toAbsolutePath().normalize();
        return folder.startsWith(from)
                ? PathNames.below(from.relativize(folder).toString().replace('\\', '/'))
                : names();
    }

    /** The file on disk at a path of the schemas; the path itself where no folder has it. */
    String locate(String path) {
        for (Path folder : folders) {
            Path file = folder.resolve(path);
            if (Files.exists(file)) {
                return file.toString();
            }
        }
        return path;
    }

    /**
     * Reads and links the schemas.
     *
     * @throws MojoExecutionException if they have problems, which are in the log then
     */
    SchemaSet read(Log log) throws MojoExecutionException {
        try {
            return result(new SchemaReader(imports).read(schemas), log);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read the schemas: " + e.getMessage(), e);
        }
    }

    /**
     * The set that came of reading.
     *
     * @throws MojoExecutionException if there are problems instead, which are in the log then
     */
    SchemaSet result(ReadResult result, Log log) throws MojoExecutionException {
        if (result instanceof ReadResult.Read read) {
            return read.set();
        }
        throw failure(((ReadResult.Failed) result).problems(), log);
    }

    /** Logs problems with the names of files on disk; the failure to throw. */
    MojoExecutionException failure(List<Problem> problems, Log log) {
        return failure(problems, this::locate, log);
    }

    /** The same, with the files where {@code locate} has them. */
    static MojoExecutionException failure(List<Problem> problems, UnaryOperator<String> locate, Log log) {
        List<String> lines = problems.stream()
                .map(problem -> new Problem(
                                locate.apply(problem.path()), problem.line(), problem.column(), problem.message())
                        .toString())
                .toList();
        lines.forEach(log::error);
        String count = lines.size() == 1 ? "1 problem" : lines.size() + " problems";
        return new MojoExecutionException(count + " in the schemas, the first: " + lines.get(0));
    }
}
