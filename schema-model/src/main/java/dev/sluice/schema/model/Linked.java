package dev.sluice.schema.model;

import org.jspecify.annotations.Nullable;

/** References that the linker sets before anyone outside the package sees the element. */
final class Linked {
    private Linked() {}

    /** @throws IllegalStateException if the reference is read from a set whose linking failed */
    static <T> T reference(@Nullable T reference, Element owner) {
        if (reference == null) {
            throw new IllegalStateException(owner.fullName() + " is not linked");
        }
        return reference;
    }
}
