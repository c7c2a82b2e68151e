package dev.sluice.compat.constraint;

import java.util.List;

/**
 * A constraint that refuses, or may refuse, values that were fine before.
 *
 * @param certain whether it is known to refuse some; else it cannot be proven that it refuses none
 * @param path the numbers of the fields that lead to it in the rules
 * @param what what happened to it, without the name of the element
 */
public record Tightening(boolean certain, List<Integer> path, String what) {
    public Tightening {
        path = List.copyOf(path);
    }

    /** The path as an array, after a first number. */
    public int[] pathAfter(int first) {
        int[] joined = new int[path.size() + 1];
        joined[0] = first;
        for (int i = 0; i < path.size(); i++) {
            joined[i + 1] = path.get(i);
        }
        return joined;
    }
}
