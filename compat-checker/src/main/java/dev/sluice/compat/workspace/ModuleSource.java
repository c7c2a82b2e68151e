package dev.sluice.compat.workspace;

import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one module of a tree, under the names that imports call them by. */
final class ModuleSource implements SchemaSource {
    private final SchemaSource tree;
    private final String title;
    private final Map<String, String> paths;

    /** @param paths where in the tree files are, by what imports call them */
    ModuleSource(SchemaSource tree, String title, Map<String, String> paths) {
        this.tree = tree;
        this.title = title;
        this.paths = new TreeMap<>(paths);
    }

    @Override
    public List<String> list() {
        return List.copyOf(paths.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        String path = paths.get(name);
        return path == null ? Optional.empty() : tree.read(path);
    }

    @Override
    public boolean contains(String name) {
        return paths.containsKey(name);
    }

    @Override
    public Map<String, String> contentIds() throws IOException {
        Map<String, String> ofTree = tree.contentIds();
        Map<String, String> ids = new HashMap<>();
        paths.forEach((name, path) -> {
            String id = ofTree.get(path);
            if (id != null) {
                ids.put(name, id);
            }
        });
        return ids;
    }

    @Override
    public void prefetch(Collection<String> names) throws IOException {
        List<String> inTree = new ArrayList<>(names.size());
        for (String name : names) {
            String path = paths.get(name);
            if (path != null) {
                inTree.add(path);
            }
        }
        tree.prefetch(inTree);
    }

    @Override
    public String describe() {
        return tree.describe() + ", module \"" + title + "\"";
    }
}
