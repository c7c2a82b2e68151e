package dev.sluice.compat;

import dev.sluice.schema.source.SchemaSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree of files in memory. */
final class InMemorySchemas implements SchemaSource {
    private final Map<String, String> files = new TreeMap<>();

    /** @param files path, text, path, text and so on */
    static InMemorySchemas of(String... files) {
        InMemorySchemas source = new InMemorySchemas();
        for (int i = 0; i < files.length; i += 2) {
            source.files.put(files[i], files[i + 1]);
        }
        return source;
    }

    InMemorySchemas with(String path, String text) {
        InMemorySchemas source = new InMemorySchemas();
        source.files.putAll(files);
        source.files.put(path, text);
        return source;
    }

    @Override
    public List<String> list() {
        List<String> paths = new ArrayList<>(files.keySet());
        paths.removeIf(path -> !path.endsWith(".proto"));
        return paths;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String describe() {
        return "memory";
    }
}
