package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes the values of enums. */
final class EnumMutations {
    private EnumMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("renumber a value", EnumMutations::renumber),
                new Mutation("reserve a value", EnumMutations::reserve),
                new Mutation("add an alias", EnumMutations::alias),
                new Mutation("add a value", EnumMutations::add));
    }

    private static List<Edit> renumber(SchemaText schema, Random random) {
        return schema.any(random, VALUE_NUMBER)
                .map(part -> List.of(Edit.replace(part, String.valueOf(random.nextInt(300) - 20))))
                .orElse(List.of());
    }

    private static List<Edit> reserve(SchemaText schema, Random random) {
        Optional<Part> value = schema.any(random, VALUE);
        Optional<Part> number = value.flatMap(part -> schema.of(part, VALUE_NUMBER));
        Optional<Part> name = value.flatMap(part -> schema.of(part, VALUE_NAME));
        if (number.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        String quote = schema.isEdition() ? "" : "\"";
        String byNumber = "reserved " + schema.text(number.get()) + ";";
        String byName = "reserved " + quote + schema.text(name.get()) + quote + ";";
        return List.of(Edit.replace(
                value.get(),
                switch (random.nextInt(3)) {
                    case 0 -> byNumber;
                    case 1 -> byName;
                    default -> byNumber + " " + byName;
                }));
    }

    private static List<Edit> alias(SchemaText schema, Random random) {
        Optional<Part> type = schema.any(random, ENUM);
        Optional<Part> value = type.flatMap(part -> schema.within(part, VALUE, random));
        Optional<Part> number = value.flatMap(part -> schema.of(part, VALUE_NUMBER));
        if (number.isEmpty()) {
            return List.of();
        }
        String alias = " ALIAS_" + random.nextInt(99) + " = " + schema.text(number.get()) + "; ";
        String allow = schema.text(type.get()).contains("allow_alias") ? "" : " option allow_alias = true; ";
        int at = random.nextBoolean() ? value.get().start() : value.get().end();
        return List.of(Edit.insert(at, alias), Edit.insert(schema.bodyOf(type.get()), allow));
    }

    private static List<Edit> add(SchemaText schema, Random random) {
        Optional<Part> value = schema.any(random, VALUE);
        int number = random.nextInt(5) == 0 ? 0 : random.nextInt(1000);
        return value.map(part -> List.of(Edit.insert(
                        random.nextBoolean() ? part.start() : part.end(),
                        " ADDED_VALUE_" + number + " = " + number + "; ")))
                .orElse(List.of());
    }
}
