package dev.sluice.schema;

import dev.sluice.schema.load.DescriptorSetLoader;
import dev.sluice.schema.model.Linker;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Reads schemas from where they are into a linked set. */
public final class SchemaReader {
    private SchemaReader() {}

    /**
     * Reads a FileDescriptorSet.
     *
     * @param name what to call the set in problems
     * @param set the encoded set, kept for as long as the result is
     */
    public static ReadResult readDescriptorSet(String name, byte[] set) {
        Problems problems = new Problems();
        List<UnlinkedFile> files = DescriptorSetLoader.load(name, set, problems);
        return link(files, problems);
    }

    private static ReadResult link(List<UnlinkedFile> files, Problems problems) {
        if (!problems.isEmpty()) {
            return new ReadResult.Failed(problems.sorted());
        }
        Linker linker = new Linker(
                (symbols, found) -> (owner, written) -> Options.of(written.encoded()), (file, set, found) -> {});
        Optional<SchemaSet> set = linker.link(files, problems);
        return set.<ReadResult>map(ReadResult.Read::new).orElseGet(() -> new ReadResult.Failed(problems.sorted()));
    }
}
