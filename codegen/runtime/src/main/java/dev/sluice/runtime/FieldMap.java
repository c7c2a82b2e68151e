package dev.sluice.runtime;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map field in the order in which their keys were first put. A map grows in place until it is frozen,
 * which building its message does. Small ones are searched, larger ones have an index.
 */
public final class FieldMap<K, V> extends AbstractMap<K, V> {
    private static final FieldMap<Object, Object> EMPTY = new FieldMap<>(new Object[0], new Object[0], 0, true);
    private static final int SEARCHED = 8;

    private Object[] keys;
    private Object[] values;
    private int size;
    private boolean frozen;
    private @Nullable Map<Object, Integer> index;

    private FieldMap(Object[] keys, Object[] values, int size, boolean frozen) {
        this.keys = keys;
        this.values = values;
        this.size = size;
        this.frozen = frozen;
    }

    /** No entries. */
    @SuppressWarnings("unchecked")
    public static <K, V> FieldMap<K, V> empty() {
        return (FieldMap<K, V>) EMPTY;
    }

    /**
     * A frozen map of these entries.
     *
     * @throws NullPointerException if a key or value is null
     */
    @SuppressWarnings("unchecked")
    public static <K, V> FieldMap<K, V> copyOf(Map<? extends K, ? extends V> entries) {
        if (entries instanceof FieldMap<?, ?> map && map.frozen) {
            return (FieldMap<K, V>) map;
        }
        FieldMap<K, V> copy = empty();
        for (Map.Entry<? extends K, ? extends V> entry : entries.entrySet()) {
            copy = copy.plus(entry.getKey(), entry.getValue());
        }
        copy.freeze();
        return copy;
    }

    /**
     * A map with this entry added or replaced: this one, unless it is frozen.
     *
     * @throws NullPointerException if the key or value is null
     */
    public FieldMap<K, V> plus(K key, V value) {
        Objects.requireNonNull(key, "a map field holds no null");
        Objects.requireNonNull(value, "a map field holds no null");
        FieldMap<K, V> map = this;
        if (frozen) {
            map = new FieldMap<>(Arrays.copyOf(keys, size + 4), Arrays.copyOf(values, size + 4), size, false);
            map.index = index == null ? null : new HashMap<>(index);
        }
        map.put(map.find(key), key, value);
        return map;
    }

    private void put(int at, Object key, Object value) {
        if (at >= 0) {
            values[at] = value;
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        keys[size] = key;
        values[size++] = value;
        if (index != null) {
            index.put(key, size - 1);
        } else if (size > SEARCHED) {
            Map<Object, Integer> all = new HashMap<>(4 * size);
            for (int i = 0; i < size; i++) {
                all.put(keys[i], i);
            }
            index = all;
        }
    }

    private int find(Object key) {
        if (index != null) {
            return index.getOrDefault(key, -1);
        }
        for (int i = 0; i < size; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** What a builder adds to: the map itself where it is of this class, no entries where there is none. */
    public static <K, V> FieldMap<K, V> growing(@Nullable Map<K, V> map) {
        if (map == null) {
            return empty();
        }
        return map instanceof FieldMap<K, V> growing ? growing : copyOf(map);
    }

    /** Makes unchangeable what {@link #growing} let grow. */
    public static void seal(@Nullable Map<?, ?> map) {
        if (map instanceof FieldMap<?, ?> growing) {
            growing.freeze();
        }
    }

    /** Makes the map unchangeable. */
    public void freeze() {
        if (!frozen) {
            frozen = true;
        }
    }

    /** The key of the entry that was put as number {@code index}, from 0. */
    @SuppressWarnings("unchecked")
    public K keyAt(int index) {
        return (K) keys[Objects.checkIndex(index, size)];
    }

    /** The value of the entry that was put as number {@code index}, from 0. */
    @SuppressWarnings("unchecked")
    public V valueAt(int index) {
        return (V) values[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && find(key) >= 0;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int at = key == null ? -1 : find(key);
        return at < 0 ? null : valueAt(at);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Entry<K, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<K, V> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return Map.entry(keyAt(next), valueAt(next++));
        }
    }
}
