package dev.sluice.schema.oracle;

import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One file of another source. */
record OneFileSource(SchemaSource source, String path) implements SchemaSource {
    @Override
    public List<String> list() {
        return List.of(path);
    }

    @Override
    public Optional<byte[]> read(String asked) throws IOException {
        return asked.equals(path) ? source.read(asked) : Optional.empty();
    }

    @Override
    public String describe() {
        return source.describe();
    }
}
