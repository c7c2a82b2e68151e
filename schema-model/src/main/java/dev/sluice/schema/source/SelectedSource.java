package dev.sluice.schema.source;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The files of a source whose paths are selected; what is not selected is not there. */
public final class SelectedSource implements SchemaSource {
    private final SchemaSource all;
    private final Predicate<String> selected;

    public SelectedSource(SchemaSource all, Predicate<String> selected) {
        this.all = all;
        this.selected = selected;
    }

    @Override
    public List<String> list() throws IOException {
        return all.list().stream().filter(selected).toList();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return selected.test(path) ? all.read(path) : Optional.empty();
    }

    @Override
    public boolean contains(String path) throws IOException {
        return selected.test(path) && all.contains(path);
    }

    @Override
    public Map<String, String> contentIds() throws IOException {
        return all.contentIds();
    }

    @Override
    public void prefetch(Collection<String> paths) throws IOException {
        all.prefetch(paths);
    }

    @Override
    public String describe() {
        return all.describe();
    }
}
