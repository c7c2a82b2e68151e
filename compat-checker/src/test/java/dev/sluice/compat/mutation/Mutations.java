package dev.sluice.compat.mutation;

import java.util.List;
import java.util.stream.Stream;

/** The ways to change one file. */
public final class Mutations {
    /** Those that a peer may notice. */
    public static final List<Mutation> ALL = Stream.of(
                    ElementMutations.all(),
                    FieldMutations.all(),
                    EnumMutations.all(),
                    ServiceMutations.all(),
                    OptionMutations.all(),
                    LayoutMutations.all())
            .flatMap(List::stream)
            .toList();

    /** Those, and what only lint rules look at. */
    public static final List<Mutation> ALL_AND_STYLE = Stream.of(
                    ALL, StyleMutations.all(), StyleMutations.all(), StyleMutations.all())
            .flatMap(List::stream)
            .toList();

    private Mutations() {}
}
