package dev.sluice.compat.skip;

import dev.sluice.compat.rule.PackageContents;
import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.parse.ProtoParser;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The packages of files that were left out, read when a rule asks. */
public final class Unread implements Supplier<PackageContents> {
    private final SchemaSource source;
    private final Collection<String> read;
    private @Nullable PackageContents contents;

    /** @param read the paths of the source that were not left out */
    public Unread(SchemaSource source, Collection<String> read) {
        this.source = source;
        this.read = read;
    }

    /** @throws UncheckedIOException if a file cannot be read */
    @Override
    public synchronized PackageContents get() {
        PackageContents known = contents;
        if (known == null) {
            try {
                known = PackageContents.of(files());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            contents = known;
        }
        return known;
    }

    private List<FileProto> files() throws IOException {
        List<String> paths = new ArrayList<>(source.list());
        paths.removeAll(new HashSet<>(read));
        source.prefetch(paths);
        FileProto[] files = new FileProto[paths.size()];
        Parallel.forEach(files.length, i -> files[i] = parse(paths.get(i)));
        return Arrays.asList(files);
    }

    private FileProto parse(String path) {
        try {
            Optional<byte[]> text = source.read(path);
            return ProtoParser.parse(path, text.orElse(new byte[0]), new Problems(), false)
                    .proto();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}
