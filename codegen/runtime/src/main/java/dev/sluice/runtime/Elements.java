package dev.sluice.runtime;

import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/** Views of lists and maps whose values have another type in the API than in the message. */
public final class Elements {
    private Elements() {}

    /** The list with every element converted when it is read: how enum numbers become enum values and back. */
    public static <A, B> List<B> converted(List<A> list, Function<? super A, ? extends B> conversion) {
        return new Converted<>(list, conversion);
    }

    /** The map with every value converted, unmodifiable and in the same order. */
    public static <K, A, B> Map<K, B> converted(Map<K, A> map, Function<? super A, ? extends B> conversion) {
        Map<K, B> converted = new LinkedHashMap<>(map.size() * 2);
        map.forEach((key, value) -> converted.put(key, conversion.apply(value)));
        return Collections.unmodifiableMap(converted);
    }

    private static final class Converted<A, B> extends AbstractList<B> implements RandomAccess {
        private final List<A> list;
        private final Function<? super A, ? extends B> conversion;

        Converted(List<A> list, Function<? super A, ? extends B> conversion) {
            this.list = list;
            this.conversion = conversion;
        }

        @Override
        public B get(int index) {
            return conversion.apply(list.get(index));
        }

        @Override
        public int size() {
            return list.size();
        }
    }
}
