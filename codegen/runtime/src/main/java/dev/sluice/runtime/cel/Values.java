package dev.sluice.runtime.cel;

import dev.sluice.runtime.Bytes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists, maps and the macros over them; equality of values as objects, in the form that {@link Format} describes. */
public final class Values {
    private Values() {}

    /** Whether a condition holds for all; one that fails counts as soon as no other is false. */
    public static <T> boolean all(Collection<T> values, Predicate<T> condition) {
        RuntimeException failure = null;
        for (T value : values) {
            try {
                if (!condition.test(value)) {
                    return false;
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    /** Whether a condition holds for any; one that fails counts as soon as no other is true. */
    public static <T> boolean exists(Collection<T> values, Predicate<T> condition) {
        RuntimeException failure = null;
        for (T value : values) {
            try {
                if (condition.test(value)) {
                    return true;
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    /** Whether a condition holds for exactly one. */
    public static <T> boolean existsOne(Collection<T> values, Predicate<T> condition) {
        int count = 0;
        for (T value : values) {
            count += condition.test(value) ? 1 : 0;
        }
        return count == 1;
    }

    /** What a function makes of each, in order. */
    public static <T, R> List<R> map(Collection<T> values, Function<T, R> function) {
        List<R> mapped = new ArrayList<>(values.size());
        for (T value : values) {
            mapped.add(function.apply(value));
        }
        return mapped;
    }

    /** Those for which a condition holds, in order. */
    public static <T> List<T> filter(Collection<T> values, Predicate<T> condition) {
        List<T> kept = new ArrayList<>();
        for (T value : values) {
            if (condition.test(value)) {
                kept.add(value);
            }
        }
        return kept;
    }

    /** Both lists, one behind the other. */
    public static <T> List<T> concat(List<T> left, List<T> right) {
        List<T> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    /** Bytes, one behind the other. */
    public static Bytes concat(Bytes left, Bytes right) {
        byte[] both = Arrays.copyOf(left.toByteArray(), left.size() + right.size());
        System.arraycopy(right.toByteArray(), 0, both, left.size(), right.size());
        return Bytes.copyOf(both);
    }

    /** Compares bytes as unsigned numbers from the first on. */
    public static int compare(Bytes left, Bytes right) {
        return Arrays.compareUnsigned(left.toByteArray(), right.toByteArray());
    }

    /** Whether both conditions hold; one that does not decides even where the other fails. */
    public static boolean and(BooleanSupplier left, BooleanSupplier right) {
        boolean first;
        try {
            first = left.getAsBoolean();
        } catch (RuntimeException e) {
            if (right.getAsBoolean()) {
                throw e;
            }
            return false;
        }
        return first && right.getAsBoolean();
    }

    /** Whether one of both conditions holds; one that does decides even where the other fails. */
    public static boolean or(BooleanSupplier left, BooleanSupplier right) {
        return !and(() -> !left.getAsBoolean(), () -> !right.getAsBoolean());
    }

    /** Fails for a field that a message does not have. */
    public static Object noSuchField(String name) {
        throw new IllegalArgumentException("there is no field " + name);
    }

    /**
     * The element at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public static <T> T at(List<T> list, long index) {
        return list.get((int) Math.min(Math.max(index, -1), Integer.MAX_VALUE));
    }

    /**
     * The value of a key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <K, V> V get(Map<K, V> map, @Nullable Object key) {
        V value = key == null ? null : map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("there is no key " + key);
        }
        return value;
    }

    /** A number as the key of a map with 32-bit keys; null where no key can be it. */
    public static @Nullable Integer intKey(long key) {
        return key == (int) key ? (Integer) (int) key : null;
    }

    /** An unsigned number as the key of a map with unsigned 32-bit keys; null where no key can be it. */
    public static @Nullable Integer uintKey(long key) {
        return key >>> 32 == 0 ? (Integer) (int) key : null;
    }

    /** Whether a map has a key. */
    public static boolean hasKey(Map<?, ?> map, @Nullable Object key) {
        return key != null && map.containsKey(key);
    }

    /** A map with keys and values made anew. */
    public static <K, V> Map<Object, @Nullable Object> map(
            Map<K, V> map, Function<K, Object> key, Function<V, @Nullable Object> value) {
        Map<Object, @Nullable Object> made = new LinkedHashMap<>();
        map.forEach((k, v) -> made.put(key.apply(k), value.apply(v)));
        return made;
    }

    /** Whether two values are equal; numbers by what they are, not by type. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Double || right instanceof Double || left instanceof Uint || right instanceof Uint) {
            return left != null && right != null && isNumber(left) && isNumber(right) && equalNumbers(left, right);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            boolean equal = one.size() == other.size();
            for (int i = 0; equal && i < one.size(); i++) {
                equal = equal(one.get(i), other.get(i));
            }
            return equal;
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return one.size() == other.size()
                    && one.entrySet().stream()
                            .allMatch(entry -> other.containsKey(entry.getKey())
                                    && equal(entry.getValue(), other.get(entry.getKey())));
        }
        return left == null ? right == null : left.equals(right);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Uint || value instanceof Double;
    }

    private static boolean equalNumbers(Object left, Object right) {
        if (left instanceof Double one && right instanceof Double other) {
            return one.doubleValue() == other.doubleValue();
        }
        return isFinite(left) && isFinite(right) && exact(left).compareTo(exact(right)) == 0;
    }

    private static boolean isFinite(Object number) {
        return !(number instanceof Double value) || Double.isFinite(value);
    }

    private static BigDecimal exact(Object number) {
        return number instanceof Double value ? new BigDecimal(value) : new BigDecimal(number.toString());
    }

    /** Whether no two are equal; NaN is not equal to itself, and the two zeros are. */
    public static boolean isUnique(Collection<?> values) {
        if (values.size() < 2) {
            return true;
        }
        Set<Object> seen = new HashSet<>(values.size() * 2);
        for (Object value : values) {
            Object plain = value;
            if (value instanceof Double number) {
                plain = number + 0.0;
            } else if (value instanceof Float number) {
                plain = number + 0.0f;
            }
            boolean isNan =
                    plain instanceof Double number && number.isNaN() || plain instanceof Float single && single.isNaN();
            if (!isNan && !seen.add(plain)) {
                return false;
            }
        }
        return true;
    }

    /** Whether bytes begin with others. */
    public static boolean startsWith(Bytes bytes, Bytes prefix) {
        return hasAt(bytes, 0, prefix);
    }

    /** Whether bytes end with others. */
    public static boolean endsWith(Bytes bytes, Bytes suffix) {
        return hasAt(bytes, bytes.size() - suffix.size(), suffix);
    }

    /** Whether bytes contain others in a row. */
    public static boolean contains(Bytes bytes, Bytes part) {
        for (int i = 0; i <= bytes.size() - part.size(); i++) {
            if (hasAt(bytes, i, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAt(Bytes bytes, int from, Bytes part) {
        if (from < 0 || from + part.size() > bytes.size()) {
            return false;
        }
        for (int i = 0; i < part.size(); i++) {
            if (bytes.byteAt(from + i) != part.byteAt(i)) {
                return false;
            }
        }
        return true;
    }
}
