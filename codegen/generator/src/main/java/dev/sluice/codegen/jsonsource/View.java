package dev.sluice.codegen.jsonsource;

import java.util.List;
import java.util.Optional;

/**
 * All schemas that a value has to satisfy at one place: those joined by {@code allOf} and {@code $ref}, annotations left
 * out.
 *
 * @param origin the schema that was asked for; of a place that several schemas describe, the one around it
 * @param part what of the origin is meant: empty for itself, else a member or {@code Item}
 * @param nodes the schemas that assert something, each once
 * @param orNull whether null is valid although the schemas say otherwise: a union with null
 * @param decided the schemas of which it is known which case of their {@code oneOf} or {@code anyOf} holds
 */
record View(SchemaNode origin, String part, List<SchemaNode> nodes, boolean orNull, List<SchemaNode> decided) {
    View {
        nodes = List.copyOf(nodes);
        decided = List.copyOf(decided);
    }

    /** Whether a keyword of a schema still says something of the values. */
    boolean isOpen(SchemaNode node, String keyword) {
        return !(decided.contains(node) && (keyword.equals("oneOf") || keyword.equals("anyOf")));
    }

    /** What tells this view from others that need another Java type. */
    Object key() {
        return nodes.size() == 1 ? nodes.get(0) : List.of(origin, part, nodes);
    }

    /** The schema that the Java type is named after. */
    SchemaNode named() {
        return nodes.size() == 1 ? nodes.get(0) : origin;
    }

    /** What the Java type is named after beside that. */
    String namedPart() {
        return nodes.size() == 1 ? "" : part;
    }

    /** The schemas that have a keyword. */
    List<SchemaNode> having(String keyword) {
        return nodes.stream().filter(node -> node.has(keyword)).toList();
    }

    boolean has(String keyword) {
        return nodes.stream().anyMatch(node -> node.has(keyword));
    }

    /** The first text that a keyword has. */
    Optional<String> text(String keyword) {
        return having(keyword).stream().findFirst().flatMap(node -> node.text(keyword));
    }
}
