package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.java.Javadocs;
import dev.sluice.codegen.java.Literals;
import dev.sluice.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * Writes what schemas assert of JSON values, for what Java types do not show: each schema that is needed becomes a constant
 * of the assertions of its document.
 */
final class Assertions {
    private final Names names;
    private final References references;
    private final Map<SchemaDocument, Map<String, Constant>> constants = new LinkedHashMap<>();

    private record Constant(SchemaNode node, String keyword, String name) {}

    Assertions(Names names, References references) {
        this.names = names;
        this.references = references;
    }

    /** The constant for a whole schema. */
    CodeBlock of(SchemaNode node) {
        return constant(node, "");
    }

    /** The constant for one keyword of a schema. */
    CodeBlock of(SchemaNode node, String keyword) {
        return constant(node, keyword);
    }

    private CodeBlock constant(SchemaNode node, String keyword) {
        Map<String, Constant> ofDocument = constants.computeIfAbsent(node.document(), absent -> new LinkedHashMap<>());
        Constant constant = ofDocument.computeIfAbsent(
                node.location() + " " + keyword, absent -> new Constant(node, keyword, "A" + ofDocument.size()));
        return CodeBlock.of("$T.$L", names.assertions(node.document()), constant.name());
    }

    /** Writes the classes of all constants that were asked for. */
    Map<ClassName, TypeSpec> classes() {
        Map<ClassName, TypeSpec.Builder> specs = new TreeMap<>();
        Map<SchemaDocument, Integer> written = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (SchemaDocument document : List.copyOf(constants.keySet())) {
                List<Constant> all = new ArrayList<>(
                        constants.getOrDefault(document, Map.of()).values());
                int from = written.getOrDefault(document, 0);
                for (Constant constant : all.subList(from, all.size())) {
                    write(constant, specs.computeIfAbsent(names.assertions(document), name -> spec(name, document)));
                    more = true;
                }
                written.put(document, all.size());
            }
        }
        Map<ClassName, TypeSpec> classes = new TreeMap<>();
        specs.forEach((name, spec) -> classes.put(name, spec.build()));
        return classes;
    }

    private TypeSpec.Builder spec(ClassName name, SchemaDocument document) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("What the schemas of {@link $T} assert, for generated code.\n", names.root(document))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    private void write(Constant constant, TypeSpec.Builder spec) {
        ClassName holder = names.assertions(constant.node().document());
        String method = constant.name().toLowerCase(Locale.ROOT);
        String what = constant.node().location() + (constant.keyword().isEmpty() ? "" : "/" + constant.keyword());
        spec.addField(FieldSpec.builder(
                                JsonRuntime.ASSERTION,
                                constant.name(),
                                Modifier.PUBLIC,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .addJavadoc("{@code $L}.\n", Javadocs.html(what))
                        .initializer("$T.later($T::$L)", JsonRuntime.ASSERTION, holder, method)
                        .build())
                .addMethod(MethodSpec.methodBuilder(method)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(JsonRuntime.ASSERTION)
                        .addStatement(
                                "return $L",
                                constant.keyword().isEmpty()
                                        ? schema(constant.node())
                                        : keyword(constant.node(), constant.keyword()))
                        .build());
    }

    private CodeBlock schema(SchemaNode node) {
        if (node.value() instanceof JsonValue.BooleanValue bool) {
            return CodeBlock.of("$T.$L", JsonRuntime.ASSERTION, bool.value() ? "TRUE" : "FALSE");
        }
        if (node.has("$ref") && node.document().dialect().refStandsAlone()) {
            return keyword(node, "$ref");
        }
        List<CodeBlock> all = new ArrayList<>();
        for (String keyword : node.keywords().keySet()) {
            if (!Keywords.isAnnotation(keyword) && !isPart(keyword)) {
                all.add(keyword(node, keyword));
            }
        }
        return all.isEmpty()
                ? CodeBlock.of("$T.TRUE", JsonRuntime.ASSERTION)
                : all.size() == 1 ? all.get(0) : call("all", all);
    }

    /** Whether a keyword only counts as a part of another one. */
    static boolean isPart(String keyword) {
        return Set.of("then", "else", "minContains", "maxContains", "additionalItems", "contentEncoding")
                .contains(keyword);
    }

    private static CodeBlock call(String method, List<CodeBlock> arguments) {
        return CodeBlock.of("$T.$L($L)", JsonRuntime.ASSERTION, method, CodeBlock.join(arguments, ",\n"));
    }

    private static CodeBlock text(String text) {
        return Literals.string(text);
    }

    private static CodeBlock literals(List<String> texts) {
        return CodeBlock.join(texts.stream().map(Assertions::text).toList(), ", ");
    }

    private List<CodeBlock> schemas(List<SchemaNode> nodes) {
        return nodes.stream().map(this::schema).toList();
    }

    private CodeBlock keyword(SchemaNode node, String keyword) {
        return switch (keyword) {
            case "$ref" -> of(references.target(node).orElseThrow());
            case "type" ->
                call("type", List.of(literals(node.text("type").map(List::of).orElse(node.texts("type")))));
            case "enum" ->
                call(
                        "values",
                        node.elements("enum").stream()
                                .map(value -> text(value.toJson()))
                                .toList());
            case "const" ->
                call("values", List.of(text(node.get("const").orElseThrow().toJson())));
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                call(keyword, List.of(text(node.get(keyword).orElseThrow().toJson())));
            case "minLength" -> range("length", node, keyword, true);
            case "maxLength" -> range("length", node, keyword, false);
            case "minItems" -> range("items", node, keyword, true);
            case "maxItems" -> range("items", node, keyword, false);
            case "minProperties" -> range("properties", node, keyword, true);
            case "maxProperties" -> range("properties", node, keyword, false);
            case "pattern" ->
                call(
                        "pattern",
                        List.of(text(EcmaPattern.translated(node.text("pattern").orElseThrow()))));
            case "format" -> call("format", List.of(text(node.text("format").orElse(""))));
            case "uniqueItems" ->
                node.get(keyword).orElseThrow().toJson().equals("true")
                        ? call("unique", List.of())
                        : CodeBlock.of("$T.TRUE", JsonRuntime.ASSERTION);
            case "items" -> items(node);
            case "prefixItems" -> call("prefix", schemas(node.children(keyword)));
            case "contains" ->
                CodeBlock.of(
                        "$T.contains($L, $L, $L)",
                        JsonRuntime.ASSERTION,
                        schema(node.child(keyword)),
                        count(node, "minContains", "1"),
                        count(node, "maxContains", "Long.MAX_VALUE"));
            case "required" -> CodeBlock.of("$T.required($L)", JsonRuntime.ASSERTION, literals(node.texts(keyword)));
            case "properties" -> members(node, keyword, "member");
            case "patternProperties" -> members(node, keyword, "members");
            case "additionalProperties" -> additional(node);
            case "propertyNames" -> call("names", List.of(schema(node.child(keyword))));
            case "dependentRequired" -> dependentRequired(node);
            case "dependentSchemas" -> members(node, keyword, "dependent");
            case "dependencies" -> dependencies(node);
            case "allOf" -> call("all", schemas(node.children(keyword)));
            case "anyOf" -> call("any", schemas(node.children(keyword)));
            case "oneOf" -> call("one", schemas(node.children(keyword)));
            case "not" -> call("not", List.of(schema(node.child(keyword))));
            case "if" ->
                CodeBlock.of(
                        "$T.conditional($L,\n$L,\n$L)",
                        JsonRuntime.ASSERTION,
                        schema(node.child("if")),
                        branch(node, "then"),
                        branch(node, "else"));
            default -> throw new IllegalArgumentException(keyword);
        };
    }

    private CodeBlock branch(SchemaNode node, String keyword) {
        return node.has(keyword) ? schema(node.child(keyword)) : CodeBlock.of("$T.TRUE", JsonRuntime.ASSERTION);
    }

    private static String count(SchemaNode node, String keyword, String absent) {
        return node.get(keyword).map(Counts::of).map(count -> count.toString()).orElse(absent);
    }

    private static CodeBlock range(String method, SchemaNode node, String keyword, boolean isLeast) {
        String count = count(node, keyword, "0");
        return isLeast
                ? CodeBlock.of("$T.$L($L, $T.MAX_VALUE)", JsonRuntime.ASSERTION, method, count, Long.class)
                : CodeBlock.of("$T.$L(0, $L)", JsonRuntime.ASSERTION, method, count);
    }

    private CodeBlock items(SchemaNode node) {
        if (node.get("items").orElse(null) instanceof JsonValue.ArrayValue list) {
            CodeBlock prefix = call("prefix", schemas(node.children("items")));
            return node.has("additionalItems")
                    ? call("all", List.of(prefix, each(list.elements().size(), node.child("additionalItems"))))
                    : prefix;
        }
        return each(node.elements("prefixItems").size(), node.child("items"));
    }

    private CodeBlock each(int after, SchemaNode schema) {
        return CodeBlock.of("$T.each($L, $L)", JsonRuntime.ASSERTION, after, schema(schema));
    }

    private CodeBlock members(SchemaNode node, String keyword, String method) {
        List<CodeBlock> all = new ArrayList<>();
        for (String name : node.members(keyword).keySet()) {
            String key = keyword.equals("patternProperties") ? EcmaPattern.translated(name) : name;
            all.add(CodeBlock.of(
                    "$T.$L($L, $L)",
                    JsonRuntime.ASSERTION,
                    method,
                    Literals.string(key),
                    schema(node.child(keyword, name))));
        }
        return call("all", all);
    }

    private CodeBlock additional(SchemaNode node) {
        List<String> patterns = node.members("patternProperties").keySet().stream()
                .map(EcmaPattern::translated)
                .toList();
        return CodeBlock.of(
                "$T.additional($L, $T.of(new $T {$L})$L$L)",
                JsonRuntime.ASSERTION,
                schema(node.child("additionalProperties")),
                Set.class,
                ArrayTypeName.of(String.class),
                literals(List.copyOf(node.members("properties").keySet())),
                patterns.isEmpty() ? "" : ", ",
                literals(patterns));
    }

    private CodeBlock dependentRequired(SchemaNode node) {
        List<CodeBlock> all = new ArrayList<>();
        node.members("dependentRequired").forEach((name, value) -> all.add(dependent(name, value)));
        return call("all", all);
    }

    private static CodeBlock dependent(String name, JsonValue names) {
        List<String> wanted = new ArrayList<>(List.of(name));
        if (names instanceof JsonValue.ArrayValue array) {
            array.elements().forEach(element -> wanted.add(((JsonValue.StringValue) element).value()));
        }
        return CodeBlock.of("$T.dependentRequired($L)", JsonRuntime.ASSERTION, literals(wanted));
    }

    private CodeBlock dependencies(SchemaNode node) {
        List<CodeBlock> all = new ArrayList<>();
        node.members("dependencies")
                .forEach((name, value) -> all.add(
                        value instanceof JsonValue.ArrayValue
                                ? dependent(name, value)
                                : CodeBlock.of(
                                        "$T.dependent($L, $L)",
                                        JsonRuntime.ASSERTION,
                                        Literals.string(name),
                                        schema(node.child("dependencies", name)))));
        return call("all", all);
    }
}
