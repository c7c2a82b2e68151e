package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes fields: types, numbers, labels, defaults, oneofs. */
final class FieldMutations {
    private static final List<String> SCALARS = List.of(
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "bool",
            "float",
            "double",
            "string",
            "bytes");
    private static final List<String> DEFAULTS =
            List.of("0", "1", "-1", "7", "1.5", "-0.0", "inf", "nan", "true", "false", "\"\"", "\"x\\001\"", "1e3");

    private FieldMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("retype to a scalar", FieldMutations::retype),
                new Mutation("retype to a scalar again", FieldMutations::retype),
                new Mutation("retype to a type of the file", FieldMutations::retypeToNamed),
                new Mutation("retype to a map", FieldMutations::retypeToMap),
                new Mutation("renumber a field", FieldMutations::renumber),
                new Mutation("change a label", FieldMutations::relabel),
                new Mutation("reserve a field", FieldMutations::reserve),
                new Mutation("wrap in a oneof", FieldMutations::wrap),
                new Mutation("move into a oneof", FieldMutations::moveIntoOneof),
                new Mutation("unwrap a oneof", FieldMutations::unwrap),
                new Mutation("move to another message", FieldMutations::moveToMessage),
                new Mutation("change a default", FieldMutations::changeDefault),
                new Mutation("make a group", FieldMutations::makeGroup));
    }

    private static List<Edit> retype(SchemaText schema, Random random) {
        return schema.any(random, FIELD_TYPE)
                .map(part -> List.of(Edit.replace(part, SCALARS.get(random.nextInt(SCALARS.size())))))
                .orElse(List.of());
    }

    private static List<Edit> retypeToNamed(SchemaText schema, Random random) {
        Optional<Part> type = schema.any(random, FIELD_TYPE);
        Optional<Part> name = schema.any(random, MESSAGE_NAME, ENUM_NAME);
        if (type.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        return List.of(Edit.replace(type.get(), schema.text(name.get())));
    }

    private static List<Edit> retypeToMap(SchemaText schema, Random random) {
        Optional<Part> field = schema.any(random, FIELD);
        Optional<Part> type = field.flatMap(part -> schema.of(part, FIELD_TYPE));
        if (type.isEmpty()) {
            return List.of();
        }
        List<String> keys = List.of("string", "int32", "int64", "bool", "sint32", "fixed64");
        String map = "map<" + keys.get(random.nextInt(keys.size())) + ", " + SCALARS.get(random.nextInt(SCALARS.size()))
                + ">";
        List<Edit> edits = new ArrayList<>(List.of(Edit.replace(type.get(), map)));
        Optional<Part> label = schema.of(field.get(), FIELD_LABEL);
        label.ifPresent(part -> edits.add(Edit.delete(part)));
        return edits;
    }

    private static List<Edit> renumber(SchemaText schema, Random random) {
        return schema.any(random, FIELD_NUMBER)
                .map(part -> List.of(Edit.replace(part, String.valueOf(1 + random.nextInt(2000)))))
                .orElse(List.of());
    }

    private static List<Edit> relabel(SchemaText schema, Random random) {
        Optional<Part> field = schema.any(random, FIELD, EXTENSION);
        if (field.isEmpty()) {
            return List.of();
        }
        List<String> labels = List.of("optional", "repeated", "required", "");
        String label = labels.get(random.nextInt(labels.size()));
        Optional<Part> known = schema.of(field.get(), FIELD_LABEL);
        return List.of(
                known.isPresent()
                        ? Edit.replace(known.get(), label)
                        : Edit.insert(field.get().start(), label + " "));
    }

    private static List<Edit> reserve(SchemaText schema, Random random) {
        Optional<Part> field = schema.any(random, FIELD);
        Optional<Part> number = field.flatMap(part -> schema.of(part, FIELD_NUMBER));
        Optional<Part> name = field.flatMap(part -> schema.of(part, FIELD_NAME));
        if (number.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        String quoted = schema.text().contains("edition = \"")
                ? schema.text(name.get())
                : "\"" + schema.text(name.get()) + "\"";
        String byNumber = "reserved " + schema.text(number.get()) + ";";
        String byName = "reserved " + quoted + ";";
        return List.of(Edit.replace(
                field.get(),
                switch (random.nextInt(3)) {
                    case 0 -> byNumber;
                    case 1 -> byName;
                    default -> byNumber + " " + byName;
                }));
    }

    private static List<Edit> wrap(SchemaText schema, Random random) {
        Optional<Part> field = schema.any(random, FIELD);
        if (field.isEmpty()) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(Edit.insert(field.get().start(), "oneof wrapped_" + random.nextInt(99) + " { "));
        edits.add(Edit.insert(field.get().end(), " }"));
        schema.of(field.get(), FIELD_LABEL)
                .ifPresent(label -> edits.set(
                        0, new Edit(label.start(), label.end(), "oneof wrapped_" + random.nextInt(99) + " { ")));
        return edits;
    }

    private static List<Edit> moveIntoOneof(SchemaText schema, Random random) {
        Optional<Part> oneof = schema.any(random, ONEOF);
        Optional<Part> field = schema.any(random, FIELD);
        if (oneof.isEmpty() || field.isEmpty() || overlap(oneof.get(), field.get())) {
            return List.of();
        }
        String text = schema.text(field.get()).replaceFirst("^(optional|repeated|required)\\s+", "");
        return List.of(Edit.delete(field.get()), Edit.insert(schema.bodyOf(oneof.get()), " " + text + " "));
    }

    private static boolean overlap(Part a, Part b) {
        return a.start() < b.end() && b.start() < a.end();
    }

    private static List<Edit> unwrap(SchemaText schema, Random random) {
        Optional<Part> oneof = schema.any(random, ONEOF);
        if (oneof.isEmpty()) {
            return List.of();
        }
        String text = schema.text(oneof.get());
        return List.of(Edit.replace(oneof.get(), text.substring(text.indexOf('{') + 1, text.lastIndexOf('}'))));
    }

    private static List<Edit> moveToMessage(SchemaText schema, Random random) {
        Optional<Part> field = schema.any(random, FIELD);
        Optional<Part> message = schema.any(random, MESSAGE);
        if (field.isEmpty()
                || message.isEmpty()
                || message.get().start() >= field.get().start()
                        && message.get().start() < field.get().end()) {
            return List.of();
        }
        int body = schema.bodyOf(message.get());
        if (body > field.get().start() && body < field.get().end()) {
            return List.of();
        }
        return List.of(Edit.delete(field.get()), Edit.insert(body, " " + schema.text(field.get()) + " "));
    }

    private static List<Edit> changeDefault(SchemaText schema, Random random) {
        String value = DEFAULTS.get(random.nextInt(DEFAULTS.size()));
        Optional<Part> known = schema.any(random, FIELD_DEFAULT);
        if (known.isPresent() && random.nextInt(3) > 0) {
            return List.of(Edit.replace(known.get(), value));
        }
        return schema.any(random, FIELD, EXTENSION)
                .map(field -> OptionMutations.inBrackets(schema, field, FIELD_OPTIONS, "default = " + value))
                .orElse(List.of());
    }

    private static List<Edit> makeGroup(SchemaText schema, Random random) {
        Optional<Part> message = schema.any(random, MESSAGE);
        if (message.isEmpty()) {
            return List.of();
        }
        int number = 900 + random.nextInt(90);
        return List.of(Edit.insert(
                schema.bodyOf(message.get()),
                " optional group Grouped" + number + " = " + number + " { optional int32 a = 1; } "));
    }
}
