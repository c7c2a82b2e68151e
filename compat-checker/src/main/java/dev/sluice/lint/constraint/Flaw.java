package dev.sluice.lint.constraint;

import java.util.List;

/**
 * Something wrong with the constraints of one element.
 *
 * @param path where it is in the element's options: numbers of fields and indices, that of the extension first
 * @param what what is wrong, without a full stop
 */
public record Flaw(List<Integer> path, String what) {

    public Flaw {
        path = List.copyOf(path);
    }
}
