package dev.sluice.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** The bools of a repeated field, unboxed; it grows and freezes as {@link FieldList} does. */
public final class BoolList extends AbstractList<Boolean> implements RandomAccess {
    /** No values. */
    public static final BoolList EMPTY = new BoolList(new boolean[0], 0, true);

    private boolean[] elements;
    private int size;
    private boolean frozen;

    private BoolList(boolean[] elements, int size, boolean frozen) {
        this.elements = elements;
        this.size = size;
        this.frozen = frozen;
    }

    /**
     * A frozen list of these values.
     *
     * @throws NullPointerException if one is null
     */
    public static BoolList copyOf(Collection<Boolean> values) {
        if (values instanceof BoolList list && list.frozen) {
            return list;
        }
        BoolList copy = new BoolList(new boolean[values.size()], 0, false);
        for (boolean value : values) {
            copy.plus(value);
        }
        copy.frozen = true;
        return copy;
    }

    /** A list with one more value: this one, unless it is frozen. */
    public BoolList plus(boolean value) {
        BoolList list = frozen ? new BoolList(Arrays.copyOf(elements, size + 8), size, false) : this;
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
    public boolean at(int index) {
        Objects.checkIndex(index, size);
        return elements[index];
    }

    @Override
    public Boolean get(int index) {
        return at(index);
    }

    @Override
    public int size() {
        return size;
    }
}
