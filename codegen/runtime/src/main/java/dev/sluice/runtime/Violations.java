package dev.sluice.runtime;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of a message while generated code checks it. It keeps the way to the field that is checked, and
 * makes objects of it only where there is a violation. Steps are in the form that {@link PathElement} describes. Not safe
 * for several threads.
 */
public final class Violations {
    private static final Object NO_SUBSCRIPT = new Object();
    private static final Object INDEX = new Object();

    private final Clock clock;
    private @Nullable Instant now;
    private @Nullable List<Violation> found;
    private @Nullable String[] steps = new @Nullable String[8];
    private @Nullable Object[] subscripts = new @Nullable Object[8];
    private int[] indexes = new int[8];
    private int depth;

    /** Collects what is checked at the time of the system's clock. */
    public Violations() {
        this(Clock.systemUTC());
    }

    /** Collects what is checked at the time of this clock, which is asked once, and only where a constraint needs it. */
    public Violations(Clock clock) {
        this.clock = clock;
    }

    /** What has been found. */
    public List<Violation> list() {
        return found == null ? List.of() : List.copyOf(found);
    }

    /** The time of the check, the same for all of it. */
    public Instant now() {
        Instant known = now;
        if (known == null) {
            known = clock.instant();
            now = known;
        }
        return known;
    }

    /** Steps into a field. */
    public void enter(String step) {
        push(step, NO_SUBSCRIPT, 0);
    }

    /** Steps into an element of a list. */
    public void enter(String step, int index) {
        push(step, INDEX, index);
    }

    /** Steps into an entry of a map. */
    public void enter(String step, Object key) {
        push(step, key, 0);
    }

    private void push(String step, Object subscript, int index) {
        if (depth == steps.length) {
            steps = Arrays.copyOf(steps, depth * 2);
            subscripts = Arrays.copyOf(subscripts, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
        steps[depth] = step;
        subscripts[depth] = subscript;
        indexes[depth++] = index;
    }

    /** Steps out of what was entered last. */
    public void leave() {
        depth--;
    }

    /** Adds a violation of what was entered last. */
    public void add(String rule, String message, String rulePath) {
        add(rule, message, rulePath, false);
    }

    private void add(String rule, String message, String rulePath, boolean forKey) {
        if (found == null) {
            found = new ArrayList<>();
        }
        List<PathElement> path = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            Object subscript = subscripts[i];
            path.add(PathElement.of(
                    String.valueOf(steps[i]),
                    subscript == NO_SUBSCRIPT ? null : subscript == INDEX ? (Object) indexes[i] : subscript));
        }
        found.add(new Violation(path, PathElement.path(rulePath), rule, message, forKey));
    }

    /** Adds a violation of a field of the message that is checked. */
    public void add(String step, String rule, String message, String rulePath) {
        enter(step);
        add(rule, message, rulePath);
        leave();
    }

    /** Adds a violation of an element of a list. */
    public void add(String step, int index, String rule, String message, String rulePath) {
        enter(step, index);
        add(rule, message, rulePath);
        leave();
    }

    /** Adds a violation of the value of a map's entry. */
    public void add(String step, Object key, String rule, String message, String rulePath) {
        enter(step, key);
        add(rule, message, rulePath);
        leave();
    }

    /** Adds a violation of the key of a map's entry. */
    public void addForKey(String step, Object key, String rule, String message, String rulePath) {
        enter(step, key);
        add(rule, message, rulePath, true);
        leave();
    }
}
