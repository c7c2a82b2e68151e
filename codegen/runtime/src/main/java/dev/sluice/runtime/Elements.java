package dev.sluice.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The lists and maps of repeated and map fields, as builders keep them: shared until they change. */
public final class Elements {
    private Elements() {}

    /** The list itself where it is a builder's own, else a copy that can change. */
    public static <T> List<T> mutable(List<T> list) {
        return list instanceof ArrayList ? list : new ArrayList<>(list);
    }

    /** The map itself where it is a builder's own, else a copy that can change, in the same order. */
    public static <K, V> Map<K, V> mutable(Map<K, V> map) {
        return map instanceof LinkedHashMap ? map : new LinkedHashMap<>(map);
    }

    /**
     * An unmodifiable copy in the same order.
     *
     * @throws NullPointerException if a key or value is null
     */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        if (map.isEmpty()) {
            return Map.of();
        }
        Map<K, V> copy = new LinkedHashMap<>(map.size() * 2);
        for (Map.Entry<K, V> entry : map.entrySet()) {
            if (entry.getKey() == null || entry.getValue() == null) {
                throw new NullPointerException("a map field holds no null");
            }
            copy.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(copy);
    }

    /** The list with every element converted: how enum numbers become enum values and back. */
    public static <A, B> List<B> converted(List<A> list, Function<A, B> conversion) {
        return list.stream().map(conversion).toList();
    }

    /** The map with every value converted, unmodifiable and in the same order. */
    public static <K, A, B> Map<K, B> converted(Map<K, A> map, Function<A, B> conversion) {
        Map<K, B> converted = new LinkedHashMap<>(map.size() * 2);
        map.forEach((key, value) -> converted.put(key, conversion.apply(value)));
        return Collections.unmodifiableMap(converted);
    }

    /** The entries from last to first, the order in which {@link WireWriter} writes them. */
    public static <K, V> List<Map.Entry<K, V>> reversed(Map<K, V> map) {
        List<Map.Entry<K, V>> entries = new ArrayList<>(map.entrySet());
        Collections.reverse(entries);
        return entries;
    }
}
