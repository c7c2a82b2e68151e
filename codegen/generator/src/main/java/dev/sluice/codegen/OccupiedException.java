package dev.sluice.codegen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that Sluice did not generate are where generated ones would be; nothing has been written then. */
public final class OccupiedException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String REASON =
            " would be overwritten, and Sluice did not generate it; move it, or write to another folder";

    private final transient List<String> lines;

    /** Takes at least one file. */
    OccupiedException(List<Path> files) {
        super(files.get(0) + (files.size() == 1 ? "" : " and " + (files.size() - 1) + " more") + REASON);
        List<String> each = new ArrayList<>();
        for (Path file : files) {
            each.add(file + ": error: this file" + REASON);
        }
        lines = List.copyOf(each);
    }

    /** A line for each file: its path, and what to do. */
    public List<String> lines() {
        return lines;
    }
}
