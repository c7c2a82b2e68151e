package dev.sluice.compat.mutation;

import dev.sluice.schema.source.SchemaSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Schemas in memory, a char a byte. */
public final class TreeSource implements SchemaSource {
    private final Map<String, String> texts;

    /** @param texts by path; read through, not copied */
    TreeSource(Map<String, String> texts) {
        this.texts = texts;
    }

    @Override
    public List<String> list() {
        return List.copyOf(new TreeMap<>(texts).keySet());
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(texts.get(path)).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public boolean contains(String path) {
        return texts.containsKey(path);
    }

    @Override
    public String describe() {
        return "memory";
    }
}
