package dev.sluice.schema.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Several sources as the roots of one tree: imports start from any of them. No two may have a file at the same path. */
public final class UnionSource implements SchemaSource {
    private final List<SchemaSource> sources;

    /** @param sources at least one, in the order they are searched */
    public UnionSource(List<? extends SchemaSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * {@inheritDoc}
     *
     * @throws DuplicatePathException if two of the sources list the same path
     */
    @Override
    public List<String> list() throws IOException {
        return List.copyOf(owners().keySet());
    }

    private Map<String, SchemaSource> owners() throws IOException {
        Map<String, SchemaSource> owners = new TreeMap<>();
        for (SchemaSource source : sources) {
            for (String path : source.list()) {
                SchemaSource other = owners.putIfAbsent(path, source);
                if (other != null) {
                    throw new DuplicatePathException(path, other.describe(), source.describe());
                }
            }
        }
        return owners;
    }

    /** The source that has a file at this path. */
    public Optional<SchemaSource> owner(String path) throws IOException {
        for (SchemaSource source : sources) {
            if (source.contains(path)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        for (SchemaSource source : sources) {
            Optional<byte[]> content = source.read(path);
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean contains(String path) throws IOException {
        return owner(path).isPresent();
    }

    @Override
    public Map<String, String> contentIds() throws IOException {
        Map<String, String> ids = new HashMap<>();
        for (SchemaSource source : sources) {
            source.contentIds().forEach(ids::putIfAbsent);
        }
        return ids;
    }

    @Override
    public void prefetch(Collection<String> paths) throws IOException {
        Map<String, SchemaSource> owners = owners();
        Map<SchemaSource, List<String>> wanted = new HashMap<>();
        for (String path : paths) {
            SchemaSource owner = owners.get(path);
            if (owner != null) {
                wanted.computeIfAbsent(owner, source -> new ArrayList<>()).add(path);
            }
        }
        for (Map.Entry<SchemaSource, List<String>> entry : wanted.entrySet()) {
            entry.getKey().prefetch(entry.getValue());
        }
    }

    @Override
    public String describe() {
        return sources.stream().map(SchemaSource::describe).collect(Collectors.joining(", "));
    }
}
