package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Changes that no peer should notice: mostly additions. Some take names that a generator might make for something else; those
 * have the highest numbers of their messages, as additions do.
 */
public final class CompatibleMutations {
    private static final List<String> TYPES =
            List.of("int32", "uint64", "sint32", "fixed64", "bool", "float", "double", "string", "bytes");

    /** Words that a generator may put before or behind the name of a field. */
    private static final List<String> AFFIXED = List.of(
            "%s_value", "%s_", "has_%s", "add_%s", "put_%s", "clear_%s", "%s_case", "%s_count", "%s_list", "%s_map");

    /** Names that a generator may need for itself. */
    private static final List<String> MEMBERS = List.of(
            "builder",
            "build",
            "class",
            "hash_code",
            "to_string",
            "unknown_fields",
            "validate",
            "value",
            "presence0",
            "in",
            "out",
            "other",
            "missing",
            "size",
            "type",
            "get");

    private static final List<String> CLASSES = List.of(
            "Builder", "Message", "Object", "String", "List", "Map", "NotSet", "Type", "Override", "Bytes", "Instant");

    private CompatibleMutations() {}

    /** All of them. */
    public static List<Mutation> all() {
        return List.of(
                new Mutation("add a field", CompatibleMutations::addField),
                new Mutation("add a field of a type of the file", CompatibleMutations::addTypedField),
                new Mutation("add a map", CompatibleMutations::addMap),
                new Mutation("add a field with a name made of another's", CompatibleMutations::addAffixedField),
                new Mutation("add a field with a generated name", CompatibleMutations::addGeneratedField),
                new Mutation("add a member to a oneof", CompatibleMutations::addMember),
                new Mutation("add a oneof", CompatibleMutations::addOneof),
                new Mutation("add a nested type", CompatibleMutations::addNested),
                new Mutation("add a type", CompatibleMutations::addTopLevel),
                new Mutation("add a value", CompatibleMutations::addValue),
                new Mutation("add an alias", CompatibleMutations::addAlias),
                new Mutation("add an RPC", CompatibleMutations::addRpc),
                new Mutation("add a service", CompatibleMutations::addService),
                new Mutation("deprecate a field", CompatibleMutations::deprecateField),
                new Mutation("deprecate a type", CompatibleMutations::deprecateType),
                new Mutation("reserve", CompatibleMutations::reserve),
                new Mutation("comment", CompatibleMutations::comment),
                swap("fields", FIELD),
                swap("messages", MESSAGE),
                swap("values", VALUE),
                swap("RPCs", RPC));
    }

    private static List<Edit> intoMessage(SchemaText schema, Random random, String field) {
        return schema.any(random, MESSAGE)
                .map(message -> List.of(Edit.insert(schema.bodyOf(message), " " + field + " ")))
                .orElse(List.of());
    }

    private static String label(SchemaText schema, Random random) {
        boolean needed = !schema.isProto3() && !schema.isEdition();
        return random.nextInt(4) == 0 ? "repeated " : needed ? "optional " : "";
    }

    private static int number(Random random) {
        return 1 + random.nextInt(random.nextBoolean() ? 40 : 15_000);
    }

    private static int highNumber(Random random) {
        return 20_000 + random.nextInt(500_000);
    }

    private static String scalar(Random random) {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private static List<Edit> addField(SchemaText schema, Random random) {
        int number = number(random);
        return intoMessage(
                schema, random, label(schema, random) + scalar(random) + " added_" + number + " = " + number + ";");
    }

    private static List<Edit> addTypedField(SchemaText schema, Random random) {
        Optional<Part> type = schema.any(random, MESSAGE_NAME, ENUM_NAME);
        int number = number(random);
        return type.map(part -> intoMessage(
                        schema,
                        random,
                        label(schema, random) + schema.text(part) + " added_" + number + " = " + number + ";"))
                .orElse(List.of());
    }

    private static List<Edit> addMap(SchemaText schema, Random random) {
        int number = number(random);
        String value = schema.any(random, MESSAGE_NAME)
                .filter(name -> random.nextBoolean())
                .map(schema::text)
                .orElse(scalar(random));
        return intoMessage(schema, random, "map<string, " + value + "> added_" + number + " = " + number + ";");
    }

    private static List<Edit> addAffixedField(SchemaText schema, Random random) {
        Optional<Part> message = schema.any(random, MESSAGE);
        Optional<Part> field = message.flatMap(part -> schema.within(part, FIELD, random));
        Optional<Part> name = field.flatMap(part -> schema.of(part, FIELD_NAME));
        if (name.isEmpty()) {
            return List.of();
        }
        String now = AFFIXED.get(random.nextInt(AFFIXED.size())).formatted(schema.text(name.get()));
        return List.of(Edit.insert(
                schema.bodyOf(message.get()),
                " " + label(schema, random) + scalar(random) + " " + now + " = " + highNumber(random) + "; "));
    }

    private static List<Edit> addGeneratedField(SchemaText schema, Random random) {
        String name = MEMBERS.get(random.nextInt(MEMBERS.size()));
        return intoMessage(
                schema, random, label(schema, random) + scalar(random) + " " + name + " = " + highNumber(random) + ";");
    }

    private static List<Edit> addMember(SchemaText schema, Random random) {
        int number = highNumber(random);
        String name = random.nextInt(4) == 0 ? MEMBERS.get(random.nextInt(MEMBERS.size())) : "added_" + number;
        return schema.any(random, ONEOF)
                .map(oneof -> List.of(
                        Edit.insert(schema.bodyOf(oneof), " " + scalar(random) + " " + name + " = " + number + "; ")))
                .orElse(List.of());
    }

    private static List<Edit> addOneof(SchemaText schema, Random random) {
        int number = number(random);
        return intoMessage(
                schema,
                random,
                "oneof added_oneof_" + number + " { " + scalar(random) + " added_" + number + " = " + number + "; }");
    }

    private static List<Edit> addNested(SchemaText schema, Random random) {
        String name = CLASSES.get(random.nextInt(CLASSES.size()));
        return intoMessage(schema, random, type(name, random));
    }

    private static String type(String name, Random random) {
        return random.nextBoolean() ? "message " + name + " {} " : "enum " + name + " { " + name + "_ZERO = 0; } ";
    }

    private static List<Edit> addTopLevel(SchemaText schema, Random random) {
        String name = random.nextBoolean()
                ? CLASSES.get(random.nextInt(CLASSES.size()))
                : schema.any(random, MESSAGE_NAME).map(schema::text).orElse("Added") + "_";
        return List.of(Edit.insert(schema.text().length(), "\n" + type(name, random) + "\n"));
    }

    private static List<Edit> addValue(SchemaText schema, Random random) {
        int number = random.nextInt(1000);
        String name = random.nextInt(5) == 0
                ? List.of("NAMES", "UNRECOGNIZED", "valueOf", "number", "class").get(random.nextInt(5))
                : "ADDED_VALUE_" + number;
        return schema.any(random, VALUE)
                .map(value -> List.of(Edit.insert(
                        random.nextBoolean() ? value.start() : value.end(), " " + name + " = " + number + "; ")))
                .orElse(List.of());
    }

    private static List<Edit> addAlias(SchemaText schema, Random random) {
        Optional<Part> type = schema.any(random, ENUM);
        Optional<Part> value = type.flatMap(part -> schema.within(part, VALUE, random));
        Optional<Part> number = value.flatMap(part -> schema.of(part, VALUE_NUMBER));
        if (number.isEmpty()) {
            return List.of();
        }
        String alias = " ALIAS_" + random.nextInt(99) + " = " + schema.text(number.get()) + "; ";
        String allow = schema.text(type.get()).contains("allow_alias") ? "" : " option allow_alias = true; ";
        return List.of(Edit.insert(value.get().end(), alias), Edit.insert(schema.bodyOf(type.get()), allow));
    }

    private static List<Edit> addRpc(SchemaText schema, Random random) {
        Optional<Part> service = schema.any(random, SERVICE);
        Optional<Part> type = schema.any(random, MESSAGE_NAME);
        if (service.isEmpty() || type.isEmpty()) {
            return List.of();
        }
        String name = random.nextInt(4) == 0 ? "All" : "Added" + random.nextInt(99);
        String of = schema.text(type.get());
        return List.of(Edit.insert(
                schema.bodyOf(service.get()),
                " rpc " + name + "(" + of + ") returns (" + (random.nextBoolean() ? "stream " : "") + of + "); "));
    }

    private static List<Edit> addService(SchemaText schema, Random random) {
        return List.of(Edit.insert(schema.text().length(), "\nservice Added" + random.nextInt(99) + " {}\n"));
    }

    private static List<Edit> deprecateField(SchemaText schema, Random random) {
        return schema.any(random, FIELD)
                .map(field -> OptionMutations.inBrackets(schema, field, FIELD_OPTIONS, "deprecated = true"))
                .orElse(List.of());
    }

    private static List<Edit> deprecateType(SchemaText schema, Random random) {
        return schema.any(random, MESSAGE, ENUM, SERVICE)
                .map(part -> List.of(Edit.insert(schema.bodyOf(part), " option deprecated = true; ")))
                .orElse(List.of());
    }

    private static List<Edit> reserve(SchemaText schema, Random random) {
        int number = 3000 + random.nextInt(6000);
        return intoMessage(schema, random, "reserved " + number + " to " + (number + 5) + ";");
    }

    private static List<Edit> comment(SchemaText schema, Random random) {
        return schema.any(random, MESSAGE, FIELD, ENUM, VALUE, SERVICE, RPC, ONEOF)
                .map(part ->
                        List.of(Edit.insert(part.start(), "\n// Says <more> of {@code it} now, */ and \\u0041.\n")))
                .orElse(List.of());
    }

    private static Mutation swap(String what, PartKind kind) {
        return new Mutation("swap " + what, (schema, random) -> {
            List<Part> all = new ArrayList<>(schema.all(kind));
            if (all.size() < 2) {
                return List.of();
            }
            int index = random.nextInt(all.size() - 1);
            Part first = all.get(index);
            Part second = all.get(index + 1);
            if (first.end() > second.start()) {
                return List.of();
            }
            return List.of(Edit.replace(first, schema.text(second)), Edit.replace(second, schema.text(first)));
        });
    }
}
