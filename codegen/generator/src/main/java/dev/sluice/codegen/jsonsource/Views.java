package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes views of schemas that have been checked. */
final class Views {
    private final References references;
    private final Map<SchemaNode, View> known = new HashMap<>();

    Views(References references) {
        this.references = references;
    }

    /** What a value of this schema has to satisfy. */
    View of(SchemaNode node) {
        View view = known.get(node);
        if (view == null) {
            view = make(node);
            known.put(node, view);
        }
        return view;
    }

    private View make(SchemaNode node) {
        Optional<SchemaNode> other = besideNull(node);
        if (other.isPresent()) {
            View inner = of(other.get());
            return new View(inner.origin(), inner.part(), inner.nodes(), true, inner.decided());
        }
        List<SchemaNode> joined = joined(node);
        if (!asserts(node) && joined.size() == 1) {
            return of(joined.get(0));
        }
        Set<SchemaNode> nodes = new LinkedHashSet<>();
        collect(node, nodes, new HashSet<>());
        return new View(node, "", List.copyOf(nodes), false, List.of());
    }

    /** What a value has to satisfy that these schemas are for, which is a part of what another view describes. */
    private View ofAll(List<SchemaNode> schemas, View around, String part) {
        if (schemas.size() == 1) {
            return of(schemas.get(0));
        }
        Set<SchemaNode> nodes = new LinkedHashSet<>();
        Set<SchemaNode> visited = new HashSet<>();
        schemas.forEach(schema -> collect(schema, nodes, visited));
        return new View(around.named(), partOf(around, part), List.copyOf(nodes), false, List.of());
    }

    private static String partOf(View around, String part) {
        return (around.namedPart() + " " + part).strip();
    }

    /** What a value has to satisfy that a view describes and that is of one case of a schema of the view. */
    View ofCase(View around, SchemaNode declaring, SchemaNode oneCase, String name) {
        Set<SchemaNode> nodes = new LinkedHashSet<>(around.nodes());
        collect(oneCase, nodes, new HashSet<>());
        List<SchemaNode> decided = new ArrayList<>(around.decided());
        decided.add(declaring);
        return new View(around.named(), partOf(around, name), List.copyOf(nodes), false, decided);
    }

    /** Adds the asserting schemas. */
    private void collect(SchemaNode node, Set<SchemaNode> nodes, Set<SchemaNode> visited) {
        if (visited.add(node)) {
            if (asserts(node)) {
                nodes.add(node);
            }
            joined(node).forEach(part -> collect(part, nodes, visited));
        }
    }

    private static boolean isReferenceAlone(SchemaNode node) {
        return node.has("$ref") && node.document().dialect().refStandsAlone();
    }

    /** Whether a schema asserts something by itself. */
    private static boolean asserts(SchemaNode node) {
        return node.isFalse()
                || (!isReferenceAlone(node)
                        && node.keywords().keySet().stream()
                                .anyMatch(keyword -> !Keywords.isAnnotation(keyword)
                                        && !keyword.equals("$ref")
                                        && !keyword.equals("allOf")));
    }

    /** The schemas that hold together with one. */
    private List<SchemaNode> joined(SchemaNode node) {
        List<SchemaNode> joined = new ArrayList<>();
        references.target(node).ifPresent(joined::add);
        if (!isReferenceAlone(node)) {
            joined.addAll(node.children("allOf"));
        }
        return joined;
    }

    /** The other schema of a union of one and null that says nothing else. */
    private Optional<SchemaNode> besideNull(SchemaNode node) {
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<SchemaNode> cases = node.children(keyword);
            boolean isOnly = node.keywords().keySet().stream()
                    .allMatch(other -> other.equals(keyword) || Keywords.isAnnotation(other));
            if (cases.size() == 2 && isOnly) {
                for (int i = 0; i < 2; i++) {
                    SchemaNode other = cases.get(1 - i);
                    if (isNull(cases.get(i)) && !JsonTypes.of(of(other)).contains("null")) {
                        return Optional.of(other);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNull(SchemaNode node) {
        return node.text("type").filter("null"::equals).isPresent()
                && node.keywords().keySet().stream()
                        .allMatch(keyword -> keyword.equals("type") || Keywords.isAnnotation(keyword));
    }

    /** What a member of an object has to satisfy that the view declares. */
    View property(View view, String name) {
        List<SchemaNode> schemas = new ArrayList<>();
        for (SchemaNode node : view.nodes()) {
            if (node.members("properties").containsKey(name)) {
                schemas.add(node.child("properties", name));
            }
        }
        return ofAll(schemas, view, name);
    }

    /** What the elements of an array have to satisfy, where that is the same for all and anything is said. */
    Optional<View> items(View view) {
        List<SchemaNode> schemas = new ArrayList<>();
        for (SchemaNode node : view.having("items")) {
            if (node.has("prefixItems") || node.get("items").orElse(null) instanceof JsonValue.ArrayValue) {
                return Optional.empty();
            }
            schemas.add(node.child("items"));
        }
        return schemas.isEmpty() ? Optional.empty() : Optional.of(ofAll(schemas, view, "Item"));
    }

    /** What members have to satisfy that no schema declares, where that is one schema for all of them. */
    Optional<SchemaNode> additional(View view) {
        List<SchemaNode> having = view.having("additionalProperties");
        boolean many =
                view.nodes().stream().filter(node -> node.has("properties")).count() > 1;
        boolean other =
                having.size() == 1 && view.has("properties") && !having.get(0).has("properties");
        if (having.size() != 1 || many || other || view.has("patternProperties")) {
            return Optional.empty();
        }
        return Optional.of(having.get(0).child("additionalProperties"));
    }
}
