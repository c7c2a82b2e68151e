package dev.sluice.runtime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and numbers of one enum. Immutable. */
public final class EnumNames {
    private final Map<String, Integer> numbers;
    private final Map<Integer, String> names;

    private EnumNames(Map<String, Integer> numbers, Map<Integer, String> names) {
        this.numbers = numbers;
        this.names = names;
    }

    /** The values in order; of values with one number the first name is written. */
    public static EnumNames of(String[] names, int... numbers) {
        Map<String, Integer> byName = new HashMap<>(names.length * 2);
        Map<Integer, String> byNumber = new HashMap<>(names.length * 2);
        for (int i = 0; i < names.length; i++) {
            byName.put(names[i], numbers[i]);
            byNumber.putIfAbsent(numbers[i], names[i]);
        }
        return new EnumNames(byName, byNumber);
    }

    /** The number of the value with this name, or null. */
    @Nullable
    Integer number(String name) {
        return numbers.get(name);
    }

    /** The name of the first value with this number, or null. */
    @Nullable
    String name(int number) {
        return names.get(number);
    }

    /** Whether the enum declares this number. */
    public boolean declares(int number) {
        return names.containsKey(number);
    }
}
