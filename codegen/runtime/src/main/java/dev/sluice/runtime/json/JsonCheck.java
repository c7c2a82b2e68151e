package dev.sluice.runtime.json;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/** Checks that generated validation calls where Java has no operator for them. */
public final class JsonCheck {
    /** Up to so many elements are compared with one another. */
    private static final int COMPARED = 8;

    private JsonCheck() {}

    /** Whether no two elements are equal. */
    public static boolean areUnique(List<?> elements) {
        int size = elements.size();
        return size <= COMPARED ? areUnique(elements, size) : new HashSet<>(elements).size() == size;
    }

    private static boolean areUnique(List<?> elements, int size) {
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (elements.get(i).equals(elements.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a number is a whole multiple of another; the double counts as the shortest decimal that denotes it. */
    public static boolean isMultiple(double value, BigDecimal of) {
        return Double.isFinite(value) && isMultiple(BigDecimal.valueOf(value), of);
    }

    static boolean isMultiple(BigDecimal value, BigDecimal of) {
        return value.remainder(of).signum() == 0;
    }
}
