package dev.sluice.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** The floats of a repeated field, unboxed; it grows and freezes as {@link FieldList} does. */
public final class FloatList extends AbstractList<Float> implements RandomAccess {
    /** No values. */
    public static final FloatList EMPTY = new FloatList(new float[0], 0, true);

    private float[] elements;
    private int size;
    private boolean frozen;

    private FloatList(float[] elements, int size, boolean frozen) {
        this.elements = elements;
        this.size = size;
        this.frozen = frozen;
    }

    /**
     * A frozen list of these values.
     *
     * @throws NullPointerException if one is null
     */
    public static FloatList copyOf(Collection<Float> values) {
        if (values instanceof FloatList list && list.frozen) {
            return list;
        }
        FloatList copy = new FloatList(new float[values.size()], 0, false);
        for (float value : values) {
            copy.plus(value);
        }
        copy.frozen = true;
        return copy;
    }

    /** A list with one more value: this one, unless it is frozen. */
    public FloatList plus(float value) {
        FloatList list = frozen ? new FloatList(Arrays.copyOf(elements, size + 8), size, false) : this;
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
    public float at(int index) {
        Objects.checkIndex(index, size);
        return elements[index];
    }

    @Override
    public Float get(int index) {
        return at(index);
    }

    @Override
    public int size() {
        return size;
    }
}
