package dev.sluice.runtime;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of a message while generated code checks it. What is found within a message is told where that
 * message stands once it has been checked, so that nothing is kept for one without violations. Steps are in the form that
 * {@link PathElement} describes. Not safe for several threads.
 */
public final class Violations {
    /** What a thread collects with where nobody else does, so that a valid message costs no memory. */
    private static final ThreadLocal<Violations> IDLE = ThreadLocal.withInitial(Violations::new);

    private final Clock clock;
    private @Nullable Instant now;
    private @Nullable List<Violation> found;

    /** Collects what is checked at the time of the system's clock. */
    public Violations() {
        this(Clock.systemUTC());
    }

    /** Collects what is checked at the time of this clock, which is asked once, and only where a constraint needs it. */
    public Violations(Clock clock) {
        this.clock = clock;
    }

    static List<Violation> of(Message message) {
        Violations idle = IDLE.get();
        try {
            message.validate(idle);
            return idle.list();
        } finally {
            idle.found = null;
            idle.now = null;
        }
    }

    /** What has been found. */
    public List<Violation> list() {
        return found == null ? List.of() : List.copyOf(found);
    }

    /** How many have been found. */
    public int count() {
        return found == null ? 0 : found.size();
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

    /** Says of all but the first so many that they are within a field. */
    public void within(int before, String step) {
        if (count() > before) {
            place(before, PathElement.of(step, null));
        }
    }

    /** Says of all but the first so many that they are within an element of a list. */
    public void within(int before, String step, int index) {
        if (count() > before) {
            place(before, PathElement.of(step, index));
        }
    }

    /** Says of all but the first so many that they are within the value of a map's entry. */
    public void within(int before, String step, Object key) {
        if (count() > before) {
            place(before, PathElement.of(step, key));
        }
    }

    private void place(int before, PathElement element) {
        List<Violation> all = found;
        for (int i = before; all != null && i < all.size(); i++) {
            Violation inner = all.get(i);
            List<PathElement> path = new ArrayList<>(inner.fieldPath().size() + 1);
            path.add(element);
            path.addAll(inner.fieldPath());
            all.set(i, new Violation(path, inner.rulePath(), inner.rule(), inner.message(), inner.forKey()));
        }
    }

    private void add(List<PathElement> path, String rule, String message, String rulePath, boolean forKey) {
        if (found == null) {
            found = new ArrayList<>();
        }
        found.add(new Violation(path, PathElement.path(rulePath), rule, message, forKey));
    }

    /** Adds a violation of the message that is checked. */
    public void add(String rule, String message, String rulePath) {
        add(List.of(), rule, message, rulePath, false);
    }

    /** Adds a violation of a field of the message that is checked. */
    public void add(String step, String rule, String message, String rulePath) {
        add(List.of(PathElement.of(step, null)), rule, message, rulePath, false);
    }

    /** Adds a violation of an element of a list. */
    public void add(String step, int index, String rule, String message, String rulePath) {
        add(List.of(PathElement.of(step, index)), rule, message, rulePath, false);
    }

    /** Adds a violation of the value of a map's entry. */
    public void add(String step, Object key, String rule, String message, String rulePath) {
        add(List.of(PathElement.of(step, key)), rule, message, rulePath, false);
    }

    /** Adds a violation of the key of a map's entry. */
    public void addForKey(String step, Object key, String rule, String message, String rulePath) {
        add(List.of(PathElement.of(step, key)), rule, message, rulePath, true);
    }
}
