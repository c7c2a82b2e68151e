package dev.sluice.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** The 64-bit integers of a repeated field, unboxed; it grows and freezes as {@link FieldList} does. */
public final class LongList extends AbstractList<Long> implements RandomAccess {
    /** No values. */
    public static final LongList EMPTY = new LongList(new long[0], 0, true);

    private long[] elements;
    private int size;
    private boolean frozen;

    private LongList(long[] elements, int size, boolean frozen) {
        this.elements = elements;
        this.size = size;
        this.frozen = frozen;
    }

    /**
     * A frozen list of these values.
     *
     * @throws NullPointerException if one is null
     */
    public static LongList copyOf(Collection<Long> values) {
        if (values instanceof LongList list && list.frozen) {
            return list;
        }
        LongList copy = new LongList(new long[values.size()], 0, false);
        for (long value : values) {
            copy.plus(value);
        }
        copy.frozen = true;
        return copy;
    }

    /** A list with one more value: this one, unless it is frozen. */
    public LongList plus(long value) {
        LongList list = frozen ? new LongList(Arrays.copyOf(elements, size + 8), size, false) : this;
        if (list.size == list.elements.length) {
            list.elements = Arrays.copyOf(list.elements, list.size * 2 + 8);
        }
        list.elements[list.size++] = value;
        return list;
    }

    /** Makes the list unchangeable. */
    public void freeze() {
        if (!frozen) {
            frozen = true;
        }
    }

    /** One value, unboxed. */
    public long at(int index) {
        Objects.checkIndex(index, size);
        return elements[index];
    }

    @Override
    public Long get(int index) {
        return at(index);
    }

    @Override
    public int size() {
        return size;
    }
}
