package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes what only lint rules look at: the style of names, comments, imports, options, streams. */
final class StyleMutations {
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ ]*//.*\\n");
    private static final Pattern PACKAGE_LINE = Pattern.compile("(?m)^package [\\w.]+;\\n");
    private static final Pattern IMPORT_LINE = Pattern.compile("(?m)^import (?=\")");
    private static final Pattern OPTION_LINE = Pattern.compile(
            "(?m)^option (?:java_package|go_package|csharp_namespace|php_namespace|ruby_package) = \"([^\"]+)\"");
    private static final Pattern MULTIPLE_FILES = Pattern.compile("(?m)^option java_multiple_files = true;\\n");
    private static final Pattern SYNTAX_LINE = Pattern.compile("(?m)^syntax = \"proto2\";\\n");
    private static final Pattern REQUEST = Pattern.compile("\\((?=\\.?[A-Z]\\w*\\)\\s+returns)");
    private static final Pattern RESPONSE = Pattern.compile("returns\\s+\\((?=\\.?[A-Z]\\w*\\))");
    private static final List<String> RULES = List.of(
            "FIELD_LOWER_SNAKE_CASE",
            "COMMENT_FIELD",
            "COMMENT_MESSAGE",
            "ENUM_VALUE_PREFIX",
            "MESSAGE_PASCAL_CASE",
            "RPC_REQUEST_STANDARD_NAME",
            "IMPORT_USED");
    private static final List<String> COMMENTS =
            List.of("// Words.\n", "//\n", "/* */ ", "/* Words. */\n", "// Words.\n\n");

    private StyleMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("restyle a field", (schema, random) -> restyle(schema, random, FIELD_NAME, ONEOF_NAME)),
                new Mutation("restyle a value", (schema, random) -> restyle(schema, random, VALUE_NAME)),
                new Mutation("restyle a type", (schema, random) -> restyle(schema, random, MESSAGE_NAME, ENUM_NAME)),
                new Mutation("restyle a service", (schema, random) -> restyle(schema, random, SERVICE_NAME, RPC_NAME)),
                new Mutation("remove a comment", (schema, random) -> replace(schema, COMMENT, 0, "", random)),
                new Mutation("add a comment", StyleMutations::addComment),
                new Mutation("ignore a rule", StyleMutations::ignore),
                new Mutation("import what is not used", StyleMutations::addImport),
                new Mutation(
                        "import publicly", (schema, random) -> insertAfter(schema, IMPORT_LINE, "public ", random)),
                new Mutation(
                        "give an option of the package another value",
                        (schema, random) -> replace(schema, OPTION_LINE, 1, "other.v" + random.nextInt(3), random)),
                new Mutation(
                        "remove java_multiple_files",
                        (schema, random) -> replace(schema, MULTIPLE_FILES, 0, "", random)),
                new Mutation("remove the syntax", (schema, random) -> replace(schema, SYNTAX_LINE, 0, "", random)),
                new Mutation("stream requests", (schema, random) -> insertAfter(schema, REQUEST, "stream ", random)),
                new Mutation("stream responses", (schema, random) -> insertAfter(schema, RESPONSE, "stream ", random)));
    }

    private static List<Edit> restyle(SchemaText schema, Random random, PartKind... kinds) {
        return schema.any(random, kinds)
                .map(name -> List.of(Edit.replace(name, restyled(schema.text(name), random))))
                .orElse(List.of());
    }

    private static String restyled(String name, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            case 2 -> name + "_2";
            case 3 -> name + "2X";
            case 4 -> "_" + name;
            case 5 -> name + "__";
            case 6 -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            case 7 -> name.replaceFirst("_", "__");
            case 8 -> "_".repeat(random.nextInt(2)) + "descriptor";
            default -> camel(name);
        };
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_", -1)) {
            camel.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.isEmpty() ? name : camel.toString();
    }

    private static List<Edit> addComment(SchemaText schema, Random random) {
        return insertBefore(schema, COMMENTS.get(random.nextInt(COMMENTS.size())), random);
    }

    private static List<Edit> ignore(SchemaText schema, Random random) {
        return insertBefore(schema, "// buf:lint:ignore " + RULES.get(random.nextInt(RULES.size())) + "\n", random);
    }

    private static List<Edit> insertBefore(SchemaText schema, String comment, Random random) {
        return schema.any(random, MESSAGE, FIELD, ENUM, VALUE, SERVICE, RPC, ONEOF, IMPORT)
                .map(part -> List.of(Edit.insert(part.start(), comment)))
                .orElse(List.of());
    }

    private static List<Edit> addImport(SchemaText schema, Random random) {
        String file = List.of("source_context", "api", "type").get(random.nextInt(3));
        return insertAfter(schema, PACKAGE_LINE, "import \"google/protobuf/" + file + ".proto\";\n", random);
    }

    private static List<Edit> replace(SchemaText schema, Pattern pattern, int group, String by, Random random) {
        return any(schema, pattern, random)
                .map(one -> List.of(new Edit(one.start(group), one.end(group), by)))
                .orElse(List.of());
    }

    private static List<Edit> insertAfter(SchemaText schema, Pattern pattern, String piece, Random random) {
        return any(schema, pattern, random)
                .map(one -> List.of(Edit.insert(one.end(), piece)))
                .orElse(List.of());
    }

    private static Optional<MatchResult> any(SchemaText schema, Pattern pattern, Random random) {
        return SchemaText.oneOf(pattern.matcher(schema.text()).results().toList(), random);
    }
}
