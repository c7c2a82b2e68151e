package dev.sluice.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** The 32-bit integers and enum numbers of a repeated field, unboxed; it grows and freezes as {@link FieldList} does. */
public final class IntList extends AbstractList<Integer> implements RandomAccess {
    /** No values. */
    public static final IntList EMPTY = new IntList(new int[0], 0, true);

    private int[] elements;
    private int size;
    private boolean frozen;

    private IntList(int[] elements, int size, boolean frozen) {
        this.elements = elements;
        this.size = size;
        this.frozen = frozen;
    }

    /**
     * A frozen list of these values.
     *
     * @throws NullPointerException if one is null
     */
    public static IntList copyOf(Collection<Integer> values) {
        if (values instanceof IntList list && list.frozen) {
            return list;
        }
        IntList copy = new IntList(new int[values.size()], 0, false);
        for (int value : values) {
            copy.plus(value);
        }
        copy.frozen = true;
        return copy;
    }

    /** A list with one more value: this one, unless it is frozen. */
    public IntList plus(int value) {
        IntList list = frozen ? new IntList(Arrays.copyOf(elements, size + 8), size, false) : this;
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
    public int at(int index) {
        Objects.checkIndex(index, size);
        return elements[index];
    }

    @Override
    public Integer get(int index) {
        return at(index);
    }

    @Override
    public int size() {
        return size;
    }
}
