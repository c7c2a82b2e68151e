package dev.sluice.schema;

import dev.sluice.schema.load.DescriptorSetLoader;
import dev.sluice.schema.model.Linker;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.option.StandardOptionInterpreter;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.WellKnownSource;
import dev.sluice.schema.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads schemas from where they are into a linked set. Imports that the schemas do not bring are looked up in further
 * sources, then among the well-known schemas that come with Sluice.
 */
public final class SchemaReader {
    private final List<SchemaSource> importSources;

    /** Makes a reader that looks imports up in these sources, in order. */
    public SchemaReader(List<SchemaSource> importSources) {
        this.importSources = new ArrayList<>(importSources);
        this.importSources.add(new WellKnownSource());
    }

    /** A reader that looks imports up in these folders, in order. */
    public static SchemaReader withImports(List<Path> folders) {
        List<SchemaSource> sources = new ArrayList<>(folders.size());
        for (Path folder : folders) {
            sources.add(new FolderSource(folder));
        }
        return new SchemaReader(sources);
    }

    /**
     * Reads a folder of {@code .proto} files, or a file that holds a FileDescriptorSet.
     *
     * @throws IOException if the folder or file is not there or cannot be listed; one schema that cannot be read is a
     *     problem instead
     */
    public ReadResult read(Path folderOrSet) throws IOException {
        if (Files.isDirectory(folderOrSet)) {
            return read(new FolderSource(folderOrSet));
        }
        return readDescriptorSet(folderOrSet.toString(), Files.readAllBytes(folderOrSet));
    }

    /**
     * Reads all files of a source.
     *
     * @throws IOException if the source cannot be listed; one schema that cannot be read is a problem instead
     */
    public ReadResult read(SchemaSource source) throws IOException {
        return read(source, SharedFiles.none());
    }

    /**
     * Reads all files of a source.
     *
     * @param shared files that other sources have too; those that were read before are not parsed again
     * @throws IOException if the source cannot be listed; one schema that cannot be read is a problem instead
     */
    public ReadResult read(SchemaSource source, SharedFiles shared) throws IOException {
        List<String> paths = source.list();
        Problems problems = new Problems();
        if (paths.isEmpty()) {
            problems.add(source.describe(), "there is no .proto file in it");
        }
        SourceParser parser = new SourceParser(problems, shared);
        return link(parser.parse(source, paths, true), Optional.empty(), problems, shared);
    }

    /**
     * Reads some files of a source, and those they import: from the source if it lists them, otherwise from the import
     * sources. What is read belongs to the set as it would if the whole source had been read.
     *
     * @throws IOException if the source cannot be listed; one schema that cannot be read is a problem instead
     */
    public ReadResult read(SchemaSource source, Collection<String> paths) throws IOException {
        return read(source, paths, SharedFiles.none());
    }

    /**
     * Reads some files of a source, and those they import, as {@link #read(SchemaSource, Collection)} does.
     *
     * @param shared files that other sources have too; those that were read before are not parsed again
     * @throws IOException if the source cannot be listed; one schema that cannot be read is a problem instead
     */
    public ReadResult read(SchemaSource source, Collection<String> paths, SharedFiles shared) throws IOException {
        Problems problems = new Problems();
        List<UnlinkedFile> requested = new SourceParser(problems, shared).parse(source, List.copyOf(paths), true);
        return link(requested, Optional.of(source), problems, shared);
    }

    /**
     * Reads some files of a source, and of those they import as little as that needs: names and kinds, not the fields of
     * messages. Only what {@code paths} name is in the set as a whole, and has positions. Problems are those that
     * {@link #read(SchemaSource, Collection, SharedFiles)} finds, except for those in imports whose names are all that is
     * needed, and for names that files which are not read declare too.
     *
     * @param shared files that other sources have too; those that were read before are not parsed again
     * @throws IOException if the source cannot be listed; one schema that cannot be read is a problem instead
     */
    public ReadResult readWithOutlines(SchemaSource source, Collection<String> paths, SharedFiles shared)
            throws IOException {
        Problems problems = new Problems();
        List<UnlinkedFile> requested = new SourceParser(problems, shared).parse(source, List.copyOf(paths), true);
        if (problems.isEmpty() && outlinesSufficeFor(requested)) {
            ImportLookup lookup = new ImportLookup(Optional.of(source), importSources, problems, shared);
            List<UnlinkedFile> files = new OutlinedImports(lookup, shared).complete(requested);
            if (problems.isEmpty()) {
                Optional<SchemaSet> set = linker().link(files, problems);
                if (set.isPresent()) {
                    return new ReadResult.Read(set.get());
                }
            }
        }
        return read(source, paths, shared);
    }

    private static boolean outlinesSufficeFor(List<UnlinkedFile> files) {
        for (UnlinkedFile file : files) {
            if (!Outline.sufficesFor(file.proto())) {
                return false;
            }
        }
        return true;
    }

    private static Linker linker() {
        return new Linker(new StandardOptionInterpreter.Factory(), new Validator());
    }

    /**
     * Whether an import of this path is found where the schemas at hand do not bring it.
     *
     * @throws IOException if an import source cannot tell
     */
    public boolean findsImport(String path) throws IOException {
        for (SchemaSource source : importSources) {
            if (source.contains(path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a FileDescriptorSet.
     *
     * @param name what to call the set in problems
     * @param set the encoded set, kept for as long as the result is
     */
    public ReadResult readDescriptorSet(String name, byte[] set) {
        Problems problems = new Problems();
        return link(DescriptorSetLoader.load(name, set, problems), Optional.empty(), problems, SharedFiles.none());
    }

    private ReadResult link(
            List<UnlinkedFile> requested, Optional<SchemaSource> rest, Problems problems, SharedFiles shared) {
        List<UnlinkedFile> files = new ImportLookup(rest, importSources, problems, shared).complete(requested);
        Linker linker = linker();
        if (!problems.isEmpty()) {
            Set<String> unreadable =
                    problems.sorted().stream().map(Problem::path).collect(Collectors.toSet());
            linker.link(Unaffected.of(files, unreadable), problems);
            return new ReadResult.Failed(problems.sorted());
        }
        Optional<SchemaSet> set = linker.link(files, problems);
        if (set.isPresent()) {
            return new ReadResult.Read(set.get());
        }
        return new ReadResult.Failed(problems.sorted());
    }
}
