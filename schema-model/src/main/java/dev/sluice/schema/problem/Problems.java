package dev.sluice.schema.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems; safe for use by several threads. */
public final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** Adds a problem; one that is already there is not added again. */
    public synchronized void add(Problem problem) {
        problems.add(problem);
    }

    /** Adds what has been added to others so far. */
    public void addAll(Problems others) {
        List<Problem> found;
        synchronized (others) {
            found = List.copyOf(others.problems);
        }
        synchronized (this) {
            problems.addAll(found);
        }
    }

    /** Adds a problem of a file as a whole. */
    public void add(String path, String message) {
        add(new Problem(path, 0, 0, message));
    }

    /** Whether nothing has been added. */
    public synchronized boolean isEmpty() {
        return problems.isEmpty();
    }

    /** What has been added so far, by file and position. */
    public synchronized List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Problem.ORDER);
        return sorted;
    }
}
