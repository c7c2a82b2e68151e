package dev.sluice.codegen.jsonsource;

import dev.sluice.codegen.jsonsource.Shape.Choice;
import dev.sluice.runtime.json.Format;
import dev.sluice.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which kind of Java type holds the values of each view. */
final class Shapes {
    private static final List<String> OF_OBJECTS = List.of("properties", "patternProperties", "additionalProperties");
    private static final List<String> OF_ARRAYS = List.of("items", "prefixItems");
    private static final List<String> INDIRECT = List.of("anyOf", "oneOf", "not", "if");

    private final Views views;
    private final Map<View, Shape> known = new HashMap<>();

    Shapes(Views views) {
        this.views = views;
    }

    /** Whether null is a value beside those of the shape. */
    boolean isNullable(View view) {
        return !(of(view) instanceof Shape.Any)
                && (view.orNull() || (isRestricted(view) && JsonTypes.of(view).contains("null")));
    }

    private static boolean isRestricted(View view) {
        return !JsonTypes.of(view).equals(JsonTypes.ALL);
    }

    Shape of(View view) {
        Shape shape = known.get(view);
        if (shape == null) {
            shape = decide(view);
            known.put(view, shape);
        }
        return shape;
    }

    private Shape decide(View view) {
        Set<String> types = new HashSet<>(JsonTypes.of(view));
        boolean nullable = types.remove("null") && isRestricted(view);
        if (view.orNull() && view.nodes().isEmpty()) {
            return new Shape.Any();
        }
        Optional<Shape> union = union(view, types);
        if (union.isPresent()) {
            return union.get();
        }
        if (nullable && !view.orNull() && INDIRECT.stream().anyMatch(view::has)) {
            return new Shape.Any();
        }
        if (!isRestricted(view) || (view.orNull() && types.size() == JsonTypes.ALL.size() - 1)) {
            types = inferred(view);
        }
        if (types.equals(Set.of("string"))) {
            return string(view);
        }
        if (types.equals(Set.of("boolean"))) {
            return new Shape.Single(SingleType.BOOLEAN);
        }
        if (types.equals(Set.of("integer"))) {
            return new Shape.Single(integer(view));
        }
        if (types.equals(Set.of("integer", "fraction")) || types.equals(Set.of("fraction"))) {
            return new Shape.Single(SingleType.DOUBLE);
        }
        if (types.equals(Set.of("array"))) {
            return new Shape.ListOf(views.items(view));
        }
        if (types.equals(Set.of("object"))) {
            return view.nodes().stream()
                            .anyMatch(node -> !node.members("properties").isEmpty())
                    ? new Shape.Members()
                    : new Shape.MapOf(views.additional(view)
                            .filter(node -> !node.isFalse())
                            .map(views::of));
        }
        return new Shape.Any();
    }

    /** A schema that only says of objects how they are means objects, and so with arrays. */
    private static Set<String> inferred(View view) {
        if (OF_OBJECTS.stream().anyMatch(view::has)) {
            return Set.of("object");
        }
        return OF_ARRAYS.stream().anyMatch(view::has) ? Set.of("array") : Set.of();
    }

    private static Shape string(View view) {
        for (SchemaNode node : view.having("enum")) {
            boolean isOfTexts = node.elements("enum").stream()
                    .allMatch(value -> value instanceof JsonValue.StringValue || value instanceof JsonValue.NullValue);
            if (isOfTexts && !view.has("const")) {
                return new Shape.Texts(node);
            }
        }
        Set<String> wanted = new LinkedHashSet<>();
        view.text("contentEncoding").ifPresent(wanted::add);
        view.text("format").ifPresent(format -> wanted.add(format.equals("byte") ? "base64" : format));
        return new Shape.Single(Stream.of(SingleType.values())
                .filter(type -> !type.format().isEmpty() && wanted.contains(type.format()))
                .filter(type -> !view.has("const") && !view.has("enum"))
                .findFirst()
                .orElse(SingleType.STRING));
    }

    private static SingleType integer(View view) {
        BigDecimal least = bound(view, List.of("minimum", "exclusiveMinimum"), true);
        BigDecimal greatest = bound(view, List.of("maximum", "exclusiveMaximum"), false);
        if (least != null && greatest != null && isWithin(least, greatest, 31)) {
            return SingleType.INT;
        }
        BigDecimal low = least == null ? BigDecimal.ZERO : least;
        BigDecimal high = greatest == null ? BigDecimal.ZERO : greatest;
        return isWithin(low, high, 63) ? SingleType.LONG : SingleType.BIG_INTEGER;
    }

    private static boolean isWithin(BigDecimal least, BigDecimal greatest, int bits) {
        return least.compareTo(BigDecimal.valueOf(-2).pow(bits)) >= 0
                && greatest.compareTo(BigDecimal.valueOf(2).pow(bits)) < 0;
    }

    /** The narrowest bound, or null; constants bound as well. */
    private static @Nullable BigDecimal bound(View view, List<String> keywords, boolean isLower) {
        BigDecimal narrowest = null;
        for (SchemaNode node : view.nodes()) {
            List<BigDecimal> bounds = new ArrayList<>();
            for (String keyword : keywords) {
                node.get(keyword).map(JsonValue.NumberValue.class::cast).ifPresent(value -> bounds.add(value.value()));
            }
            List<JsonValue> constants = new ArrayList<>(node.elements("enum"));
            node.get("const").ifPresent(constants::add);
            constants.stream()
                    .filter(JsonValue.NumberValue.class::isInstance)
                    .map(value -> ((JsonValue.NumberValue) value).value())
                    .reduce((one, other) -> isLower ? one.min(other) : one.max(other))
                    .ifPresent(bounds::add);
            for (BigDecimal bound : bounds) {
                narrowest = narrowest == null ? bound : isLower ? narrowest.max(bound) : narrowest.min(bound);
            }
        }
        return narrowest;
    }

    private Optional<Shape> union(View view, Set<String> types) {
        List<SchemaNode> declaring = view.nodes().stream()
                .filter(node -> node.has("oneOf") && view.isOpen(node, "oneOf")
                        || node.has("anyOf") && view.isOpen(node, "anyOf"))
                .toList();
        boolean says = Stream.of(OF_OBJECTS, OF_ARRAYS, List.of("enum", "const"))
                .flatMap(List::stream)
                .anyMatch(view::has);
        boolean takesNull = isRestricted(view) && JsonTypes.of(view).contains("null");
        if (declaring.size() != 1 || view.orNull() || takesNull) {
            return Optional.empty();
        }
        SchemaNode node = declaring.get(0);
        if (node.has("oneOf") && node.has("anyOf")) {
            return Optional.empty();
        }
        String keyword = node.has("oneOf") ? "oneOf" : "anyOf";
        if (says) {
            return unionOfWholes(view, node, keyword);
        }
        List<View> cases = node.children(keyword).stream().map(views::of).toList();
        for (View one : cases) {
            if (of(one) instanceof Shape.Any || isNullable(one) || !fits(one, types)) {
                return Optional.empty();
            }
        }
        return cases.size() < 2 || types.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shape.Union(node, keyword, cases, choice(cases), false));
    }

    /** The union of an object that has members beside those of its cases, where a member tells the cases apart. */
    private Optional<Shape> unionOfWholes(View view, SchemaNode node, String keyword) {
        List<SchemaNode> cases = node.children(keyword);
        List<View> alone = cases.stream().map(views::of).toList();
        if (cases.size() < 2 || !(byMember(alone).orElse(null) instanceof Shape.ByMember choice)) {
            return Optional.empty();
        }
        List<View> wholes = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            View whole = views.ofCase(view, node, cases.get(i), choice.values().get(i));
            if (!(of(whole) instanceof Shape.Members) || isNullable(whole)) {
                return Optional.empty();
            }
            wholes.add(whole);
        }
        return Optional.of(new Shape.Union(node, keyword, wholes, choice, true));
    }

    /** Whether the values of a case are of types that the schema around the cases leaves. */
    private boolean fits(View view, Set<String> types) {
        String type = typeOf(view);
        return types.size() == JsonTypes.ALL.size() - 1
                || (type.equals("number")
                        ? types.contains("integer") && types.contains("fraction")
                        : types.contains(type));
    }

    private Choice choice(List<View> cases) {
        List<String> types = cases.stream().map(this::typeOf).toList();
        if (new HashSet<>(types).size() == types.size() && !types.contains("")) {
            return new Shape.ByType(types);
        }
        return byMember(cases).orElse(new Shape.ByTrying());
    }

    private Optional<Choice> byMember(List<View> cases) {
        if (cases.stream().allMatch(one -> of(one) instanceof Shape.Members)) {
            for (String name : names(cases.get(0))) {
                List<String> values = cases.stream()
                        .map(one -> tag(one, name))
                        .flatMap(Optional::stream)
                        .toList();
                if (values.size() == cases.size() && new HashSet<>(values).size() == values.size()) {
                    return Optional.of(new Shape.ByMember(name, values));
                }
            }
        }
        return Optional.empty();
    }

    /** The one JSON type of a shape's values, or an empty string. */
    private String typeOf(View view) {
        Shape shape = of(view);
        if (shape instanceof Shape.Single single) {
            return switch (single.type()) {
                case BOOLEAN -> "boolean";
                case INT, LONG, BIG_INTEGER, DOUBLE -> "number";
                case STRING, DATE_TIME, DATE, TIME, DURATION, ID, LINK, BASE64, BASE64_URL -> "string";
            };
        }
        if (shape instanceof Shape.ListOf) {
            return "array";
        }
        if (shape instanceof Shape.Texts) {
            return "string";
        }
        return shape instanceof Shape.MapOf || shape instanceof Shape.Members ? "object" : "";
    }

    /** The names of the members that a view declares. */
    static Set<String> names(View view) {
        Set<String> names = new LinkedHashSet<>();
        view.nodes().forEach(node -> names.addAll(node.members("properties").keySet()));
        return names;
    }

    static boolean isRequired(View view, String name) {
        return view.nodes().stream().anyMatch(node -> node.texts("required").contains(name));
    }

    /** The only string that a required member can be. */
    private Optional<String> tag(View view, String name) {
        return names(view).contains(name) && isRequired(view, name)
                ? constant(views.property(view, name))
                : Optional.empty();
    }

    /** The only string that is valid, where one is said. */
    static Optional<String> constant(View view) {
        for (SchemaNode node : view.nodes()) {
            if (node.text("const").isPresent()) {
                return node.text("const");
            }
            if (node.elements("enum").size() == 1 && !node.texts("enum").isEmpty()) {
                return Optional.of(node.texts("enum").get(0));
            }
        }
        return Optional.empty();
    }

    /** Whether a type asserts a format of a string by itself. */
    static boolean isOfType(SingleType type, String format) {
        return type.format().equals(format.equals("byte") ? "base64" : format)
                        && !type.format().isEmpty()
                || !Format.isAsserted(format);
    }
}
