package dev.sluice.runtime.json;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/** Checks that generated validation calls where Java has no operator for them. */
public final class JsonCheck {
    private JsonCheck() {}

    /** Whether no two elements are equal. */
    public static boolean areUnique(List<?> elements) {
        return elements.size() < 2 || new HashSet<>(elements).size() == elements.size();
    }

    /** Whether a number is a whole multiple of another; the double counts as the shortest decimal that denotes it. */
    public static boolean isMultiple(double value, BigDecimal of) {
        return Double.isFinite(value) && isMultiple(BigDecimal.valueOf(value), of);
    }

    static boolean isMultiple(BigDecimal value, BigDecimal of) {
        return value.remainder(of).signum() == 0;
    }
}
