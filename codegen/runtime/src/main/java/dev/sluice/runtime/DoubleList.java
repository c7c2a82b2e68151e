package dev.sluice.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** The doubles of a repeated field, unboxed; it grows and freezes as {@link FieldList} does. */
public final class DoubleList extends AbstractList<Double> implements RandomAccess {
    /** No values. */
    public static final DoubleList EMPTY = new DoubleList(new double[0], 0, true);

    private double[] elements;
    private int size;
    private boolean frozen;

    private DoubleList(double[] elements, int size, boolean frozen) {
        this.elements = elements;
        this.size = size;
        this.frozen = frozen;
    }

    /**
     * A frozen list of these values.
     *
     * @throws NullPointerException if one is null
     */
    public static DoubleList copyOf(Collection<Double> values) {
        if (values instanceof DoubleList list && list.frozen) {
            return list;
        }
        DoubleList copy = new DoubleList(new double[values.size()], 0, false);
        for (double value : values) {
            copy.plus(value);
        }
        copy.frozen = true;
        return copy;
    }

    /** A list with one more value: this one, unless it is frozen. */
    public DoubleList plus(double value) {
        DoubleList list = frozen ? new DoubleList(Arrays.copyOf(elements, size + 8), size, false) : this;
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
    public double at(int index) {
        Objects.checkIndex(index, size);
        return elements[index];
    }

    @Override
    public Double get(int index) {
        return at(index);
    }

    @Override
    public int size() {
        return size;
    }
}
