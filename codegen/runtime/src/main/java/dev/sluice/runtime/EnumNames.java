package dev.sluice.runtime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and numbers of one enum. Immutable. */
public final class EnumNames {
    /** Numbers below this are found without boxing them. */
    private static final int SMALL = 32;

    private final Map<String, Integer> numbers;
    private final Map<Integer, String> names;

    private final @Nullable String[] small = new @Nullable String[SMALL];
    private final int first;
    private final boolean isNull;

    private EnumNames(Map<String, Integer> numbers, Map<Integer, String> names, int first) {
        this.numbers = numbers;
        this.names = names;
        this.first = first;
        this.isNull = names.size() == 1 && numbers.containsKey("NULL_VALUE");
        names.forEach((number, name) -> {
            if (number >= 0 && number < SMALL) {
                small[number] = name;
            }
        });
    }

    /** The values in order; of values with one number the first name is written. */
    public static EnumNames of(String[] names, int... numbers) {
        Map<String, Integer> byName = new HashMap<>(names.length * 2);
        Map<Integer, String> byNumber = new HashMap<>(names.length * 2);
        for (int i = 0; i < names.length; i++) {
            byName.put(names[i], numbers[i]);
            byNumber.putIfAbsent(numbers[i], names[i]);
        }
        return new EnumNames(byName, byNumber, numbers.length == 0 ? 0 : numbers[0]);
    }

    /** The number of the value with this name, or null. */
    @Nullable
    Integer number(String name) {
        return numbers.get(name);
    }

    /** The name of the first value with this number, or null. */
    @Nullable
    String name(int number) {
        return number >= 0 && number < SMALL ? small[number] : names.get(number);
    }

    /** The number of the value declared first. */
    int first() {
        return first;
    }

    /** Whether the enum is google.protobuf.NullValue, whose JSON is null. */
    boolean isNull() {
        return isNull;
    }

    /**
     * A number that the enum declares: a field of a closed enum takes no other.
     *
     * @throws IllegalArgumentException if it does not
     */
    public int declared(int number) {
        if (!declares(number)) {
            throw new IllegalArgumentException("a closed enum has no value " + number);
        }
        return number;
    }

    /** Whether the enum declares this number. */
    public boolean declares(int number) {
        return name(number) != null;
    }
}
