package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.List;
import java.util.Random;

/** Moves elements on the page without changing them. */
final class LayoutMutations {
    private static final List<String> GAPS =
            List.of("\n", "\t", "\n\t\t", "/* \u00c3\u00a9 */ ", "// x\n", "\r\n", "\n\n   ", "/*\t*/\t");

    private LayoutMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("shift elements", LayoutMutations::shift),
                new Mutation(
                        "shift types and names",
                        (schema, random) -> schema.any(
                                        random,
                                        FIELD_TYPE,
                                        FIELD_NAME,
                                        FIELD_NUMBER,
                                        VALUE_NUMBER,
                                        RPC_REQUEST,
                                        RPC_RESPONSE)
                                .map(part -> List.of(Edit.insert(part.start(), gap(random))))
                                .orElse(List.of())));
    }

    private static List<Edit> shift(SchemaText schema, Random random) {
        return schema.any(random, MESSAGE, FIELD, ENUM, VALUE, SERVICE, RPC, ONEOF, OPTION)
                .map(part -> List.of(Edit.insert(part.start(), gap(random))))
                .orElse(List.of());
    }

    private static String gap(Random random) {
        return GAPS.get(random.nextInt(GAPS.size()));
    }
}
