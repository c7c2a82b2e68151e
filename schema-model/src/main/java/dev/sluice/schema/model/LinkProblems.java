package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Problems found after parsing, named by element rather than by position: the position is worked out only when there
 * is a problem to show. Safe for several threads.
 */
public final class LinkProblems {
    private final Map<String, UnlinkedFile> files;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Problem> located = new ArrayList<>();

    LinkProblems(Map<String, UnlinkedFile> files) {
        this.files = files;
    }

    /** @param interpreted the file, where the path has options at their interpreted places; else null */
    private record Pending(
            String file,
            int[] path,
            String message,
            @Nullable SchemaFile interpreted) {}

    /** Reports a problem of an element as a whole. */
    public void report(Element element, String message) {
        report(element.file().filePath(), element.path(), message);
    }

    /** Reports a problem of one part of an element, named by field numbers and indices below the element's path. */
    public void report(Element element, String message, int... part) {
        report(element.file().filePath(), join(element.path(), part), message);
    }

    /**
     * Reports a problem of an option of an element, all options of which could be interpreted.
     *
     * @param part the number of the field {@code options}, then numbers and indices inside it
     */
    public synchronized void reportOption(Element element, String message, int... part) {
        int[] path = join(element.path(), part);
        pending.add(new Pending(element.file().filePath(), path, message, element.file()));
    }

    private static int[] join(int[] parent, int[] part) {
        int[] path = new int[parent.length + part.length];
        System.arraycopy(parent, 0, path, 0, parent.length);
        System.arraycopy(part, 0, path, parent.length, part.length);
        return path;
    }

    /** Reports a problem at a path of a file. */
    public synchronized void report(String file, int[] path, String message) {
        pending.add(new Pending(file, path, message, null));
    }

    /** Reports a problem whose position is known. */
    public synchronized void report(Problem problem) {
        located.add(problem);
    }

    /** Whether nothing has been reported. */
    public synchronized boolean isEmpty() {
        return pending.isEmpty() && located.isEmpty();
    }

    /** Adds everything reported so far to {@code problems}, with positions. */
    synchronized void resolveInto(Problems problems) {
        Map<String, Optional<SourceInfo>> read = new HashMap<>();
        for (Pending problem : pending) {
            if (problem.interpreted != null) {
                problems.add(located(problem, problem.interpreted.sourceInfo()));
                continue;
            }
            UnlinkedFile file = files.get(problem.file);
            Optional<SourceInfo> info = file == null
                    ? Optional.empty()
                    : read.computeIfAbsent(
                            problem.file, path -> file.positions().written(SourceInfoForm.PROTOC));
            problems.add(located(problem, info));
        }
        for (Problem problem : located) {
            problems.add(problem);
        }
        pending.clear();
        located.clear();
    }

    private static Problem located(Pending problem, Optional<SourceInfo> info) {
        if (info.isPresent()) {
            for (int length = problem.path.length; length > 0; length--) {
                int[] span = info.get().spanOf(problem.path, length);
                if (span.length > 0) {
                    return new Problem(problem.file, span[0] + 1, span[1] + 1, problem.message);
                }
            }
        }
        return new Problem(problem.file, 0, 0, problem.message);
    }
}
