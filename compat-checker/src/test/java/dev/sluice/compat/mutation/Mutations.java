package dev.sluice.compat.mutation;

import java.util.List;
import java.util.stream.Stream;

/** The ways to change one file. */
final class Mutations {
    static final List<Mutation> ALL = Stream.of(
                    ElementMutations.all(),
                    FieldMutations.all(),
                    EnumMutations.all(),
                    ServiceMutations.all(),
                    OptionMutations.all(),
                    LayoutMutations.all())
            .flatMap(List::stream)
            .toList();

    private Mutations() {}
}
