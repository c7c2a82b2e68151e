package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Deletes, renames, nests and adds elements of any kind. */
final class ElementMutations {
    private ElementMutations() {}

    static List<Mutation> all() {
        return List.of(
                delete("field", FIELD),
                delete("message", MESSAGE),
                delete("enum", ENUM),
                delete("value", VALUE),
                delete("service", SERVICE),
                delete("rpc", RPC),
                delete("oneof", ONEOF),
                delete("extension", EXTENSION),
                delete("import", IMPORT),
                deleteStatement("extensions", EXTENSION_RANGE),
                deleteStatement("reserved", RESERVED_RANGE, RESERVED_NAME, ENUM_RESERVED_RANGE, ENUM_RESERVED_NAME),
                rename("message", MESSAGE_NAME),
                rename("field", FIELD_NAME),
                rename("enum", ENUM_NAME),
                rename("value", VALUE_NAME),
                rename("service", SERVICE_NAME),
                rename("rpc", RPC_NAME),
                rename("oneof", ONEOF_NAME),
                swap("names of fields", FIELD_NAME),
                swap("numbers of fields", FIELD_NUMBER),
                swap("types of fields", FIELD_TYPE),
                swap("names of values", VALUE_NAME),
                swap("numbers of values", VALUE_NUMBER),
                swap("messages", MESSAGE),
                swap("fields", FIELD),
                swap("values", VALUE),
                new Mutation("change the package", ElementMutations::changePackage),
                new Mutation("change the syntax", ElementMutations::changeSyntax),
                new Mutation("nest a type", ElementMutations::nest),
                new Mutation("unnest a type", ElementMutations::unnest),
                new Mutation("change a range", ElementMutations::changeRange),
                new Mutation("add elements", ElementMutations::add));
    }

    private static Mutation delete(String what, PartKind kind) {
        return new Mutation(
                "delete " + what,
                (schema, random) -> schema.any(random, kind)
                        .map(part -> List.of(Edit.delete(part)))
                        .orElse(List.of()));
    }

    /** Deletes one of several in a statement, or the statement. */
    private static Mutation deleteStatement(String what, PartKind... kinds) {
        return new Mutation("delete " + what, (schema, random) -> {
            Optional<Part> part = schema.any(random, kinds);
            if (part.isEmpty()) {
                return List.of();
            }
            String text = schema.text();
            int start = part.get().start();
            int end = part.get().end();
            int comma = skipSpace(text, end);
            if (text.charAt(comma) == ',') {
                return List.of(new Edit(start, comma + 1, ""));
            }
            int from = Math.max(text.lastIndexOf("reserved", start), text.lastIndexOf("extensions", start));
            int to = text.indexOf(';', end);
            return from < 0 || to < 0 ? List.of() : List.of(new Edit(from, to + 1, ""));
        });
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Mutation rename(String what, PartKind kind) {
        return new Mutation(
                "rename " + what,
                (schema, random) -> schema.any(random, kind)
                        .map(part -> {
                            String name = schema.text(part);
                            String now = switch (random.nextInt(4)) {
                                case 0 -> name + "_v2";
                                case 1 -> "x" + name;
                                case 2 -> name + "V" + random.nextInt(9);
                                default -> name.replaceFirst("_", "");
                            };
                            return List.of(Edit.replace(part, now));
                        })
                        .orElse(List.of()));
    }

    private static Mutation swap(String what, PartKind kind) {
        return new Mutation("swap " + what, (schema, random) -> {
            List<Part> all = schema.all(kind);
            if (all.size() < 2) {
                return List.of();
            }
            int index = random.nextInt(all.size() - 1);
            Part first = all.get(index);
            Part second = all.get(random.nextInt(3) == 0 ? random.nextInt(all.size()) : index + 1);
            if (first.start() >= second.start() || first.end() > second.start()) {
                return List.of();
            }
            return List.of(Edit.replace(first, schema.text(second)), Edit.replace(second, schema.text(first)));
        });
    }

    private static List<Edit> changePackage(SchemaText schema, Random random) {
        Optional<Part> part = schema.any(random, PACKAGE);
        if (part.isEmpty()) {
            return List.of();
        }
        return List.of(Edit.replace(
                part.get(),
                switch (random.nextInt(3)) {
                    case 0 -> "";
                    case 1 -> "package other.v" + random.nextInt(3) + ";";
                    default -> schema.text(part.get()).replace(";", ".sub;");
                }));
    }

    private static List<Edit> changeSyntax(SchemaText schema, Random random) {
        Optional<Part> part = schema.any(random, SYNTAX);
        if (part.isEmpty()) {
            return List.of();
        }
        String now = switch (random.nextInt(6)) {
            case 0 -> "syntax = \"proto2\";";
            case 1 -> "syntax = \"proto3\";";
            case 2 -> "edition = \"2023\";";
            case 3 -> "edition = \"2023\"; option features.field_presence = IMPLICIT;";
            case 4 -> "edition = \"2024\";";
            default -> "";
        };
        return List.of(Edit.replace(part.get(), now));
    }

    private static List<Edit> nest(SchemaText schema, Random random) {
        return schema.any(random, MESSAGE, ENUM)
                .map(part -> List.of(
                        Edit.insert(part.start(), "message Around" + random.nextInt(99) + " { "),
                        Edit.insert(part.end(), " }")))
                .orElse(List.of());
    }

    private static List<Edit> unnest(SchemaText schema, Random random) {
        List<Part> nested = schema.all(MESSAGE, ENUM).stream()
                .filter(part -> !part.isTopLevel())
                .toList();
        return SchemaText.oneOf(nested, random)
                .map(part -> List.of(
                        Edit.delete(part), Edit.insert(schema.text().length(), "\n" + schema.text(part) + "\n")))
                .orElse(List.of());
    }

    private static List<Edit> changeRange(SchemaText schema, Random random) {
        Optional<Part> part = schema.any(random, EXTENSION_RANGE, RESERVED_RANGE, ENUM_RESERVED_RANGE);
        if (part.isEmpty()) {
            return List.of();
        }
        String[] ends = schema.text(part.get()).split("\\s+to\\s+", 2);
        String now = switch (random.nextInt(5)) {
            case 0 -> ends[0];
            case 1 -> ends[0] + " to " + (ends.length == 2 ? ends[1] + "0" : "max");
            case 2 ->
                ends.length == 2 && ends[0].matches("\\d{1,6}")
                        ? Integer.parseInt(ends[0]) + 1 + " to " + ends[1]
                        : ends[0] + "1";
            case 3 ->
                ends.length == 2 && ends[0].matches("\\d{1,6}")
                        ? ends[0] + ", " + (Integer.parseInt(ends[0]) + 2) + " to " + ends[1]
                        : ends[0] + ", 7777";
            default -> schema.text(part.get()) + ", 5000 to 5010";
        };
        return List.of(Edit.replace(part.get(), now));
    }

    private static List<Edit> add(SchemaText schema, Random random) {
        int number = 3000 + random.nextInt(6000);
        PartKind kind = List.of(MESSAGE, ENUM, SERVICE).get(random.nextInt(3));
        Optional<Part> owner = schema.any(random, kind);
        String optional = schema.isProto3() || schema.isEdition() ? "" : "optional ";
        if (owner.isEmpty()) {
            return List.of(Edit.insert(
                    schema.text().length(), "\nmessage Added" + number + " { " + optional + "int32 a = 1; }\n"));
        }
        String text = switch (kind) {
            case ENUM -> "";
            case SERVICE ->
                schema.any(random, RPC_REQUEST)
                        .map(schema::text)
                        .map(type -> " rpc Added" + number + "(" + type + ") returns (" + type + "); ")
                        .orElse("");
            default ->
                switch (random.nextInt(4)) {
                    case 0 -> " " + optional + "string added_" + number + " = " + number + "; ";
                    case 1 -> " oneof added_" + number + " { bytes added = " + number + "; } ";
                    case 2 -> " reserved " + number + " to " + (number + 5) + "; reserved \"gone_" + number + "\"; ";
                    default -> " enum Added { ADDED_" + number + " = 0; } " + optional + "Added e = " + number + "; ";
                };
        };
        return List.of(Edit.insert(schema.bodyOf(owner.get()), text));
    }
}
