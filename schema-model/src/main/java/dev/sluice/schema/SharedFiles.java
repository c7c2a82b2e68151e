package dev.sluice.schema;

import dev.sluice.schema.descriptor.FileProto;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that have the same text in each of several sources, so that they are parsed only where they are read first. What
 * they mean may still differ, since they may import others. Safe for several threads.
 */
public final class SharedFiles {
    private final @Nullable Set<String> others;
    private final Map<String, FileProto> parsed = new ConcurrentHashMap<>();

    private SharedFiles(@Nullable Set<String> others) {
        this.others = others;
    }

    /** No file. */
    public static SharedFiles none() {
        return new SharedFiles(null);
    }

    /** All files but those at these paths. */
    public static SharedFiles allBut(Collection<String> paths) {
        return new SharedFiles(Set.copyOf(paths));
    }

    @Nullable
    FileProto find(String path) {
        return parsed.get(path);
    }

    /** Shares a file that has no problems. */
    void add(FileProto file) {
        if (others != null && !others.contains(file.name())) {
            parsed.put(file.name(), file);
        }
    }
}
