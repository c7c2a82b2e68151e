package dev.sluice.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The values of a repeated field. A list grows in place until it is frozen, which building its message does; from then on
 * it never changes. It is never changed by the methods of {@link java.util.List}.
 */
public final class FieldList<E> extends AbstractList<E> implements RandomAccess {
    private static final FieldList<Object> EMPTY = new FieldList<>(new Object[0], 0, true);

    private Object[] elements;
    private int size;
    private boolean frozen;

    private FieldList(Object[] elements, int size, boolean frozen) {
        this.elements = elements;
        this.size = size;
        this.frozen = frozen;
    }

    /** No values. */
    @SuppressWarnings("unchecked")
    public static <E> FieldList<E> empty() {
        return (FieldList<E>) EMPTY;
    }

    /**
     * A frozen list of these values.
     *
     * @throws NullPointerException if one is null
     */
    @SuppressWarnings("unchecked")
    public static <E> FieldList<E> copyOf(Collection<? extends E> values) {
        if (values instanceof FieldList<?> list && list.frozen) {
            return (FieldList<E>) list;
        }
        Object[] copy = values.toArray();
        for (Object value : copy) {
            Objects.requireNonNull(value, "a repeated field holds no null");
        }
        return copy.length == 0 ? empty() : new FieldList<>(copy, copy.length, true);
    }

    /**
     * A list with one more value: this one, unless it is frozen.
     *
     * @throws NullPointerException if the value is null
     */
    public FieldList<E> plus(E value) {
        Objects.requireNonNull(value);
        FieldList<E> list = frozen ? new FieldList<>(Arrays.copyOf(elements, size + 4), size, false) : this;
        if (list.size == list.elements.length) {
            list.elements = Arrays.copyOf(list.elements, list.size * 2);
        }
        list.elements[list.size++] = value;
        return list;
    }

    /** What a builder adds to: the list itself where it is of this class, no values where there is none. */
    public static <E> FieldList<E> growing(@Nullable List<E> list) {
        if (list == null) {
            return empty();
        }
        return list instanceof FieldList<E> growing ? growing : copyOf(list);
    }

    /** Makes unchangeable what {@link #growing} let grow. */
    public static void seal(@Nullable List<?> list) {
        if (list instanceof FieldList<?> growing) {
            growing.freeze();
        }
    }

    /** Makes the list unchangeable. */
    public void freeze() {
        if (!frozen) {
            frozen = true;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        Objects.checkIndex(index, size);
        return (E) elements[index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(elements, size);
    }

    @Override
    public Iterator<E> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public E next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return get(next++);
            }
        };
    }
}
