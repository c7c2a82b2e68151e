package dev.sluice.codegen.jsonsource;

import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds schemas that refer to themselves for the same value: no value could ever be decided. */
final class InPlaceCycles {
    private final References references;
    private final Problems problems;
    private final Set<SchemaNode> finished = new HashSet<>();
    private final LinkedHashSet<SchemaNode> open = new LinkedHashSet<>();

    InPlaceCycles(References references, Problems problems) {
        this.references = references;
        this.problems = problems;
    }

    /** Looks at a schema and all within it. */
    void check(SchemaNode node) {
        visit(node, 0);
        Keywords.children(node).forEach(this::check);
    }

    private void visit(SchemaNode node, int depth) {
        if (finished.contains(node)) {
            return;
        }
        if (!open.add(node)) {
            problems.add(node.problem("the schema refers to itself for the same value, without end"));
            return;
        }
        if (depth > 500) {
            problems.add(node.problem("more than 500 schemas refer to one another for the same value"));
        } else {
            for (SchemaNode next : next(node)) {
                visit(next, depth + 1);
            }
        }
        open.remove(node);
        finished.add(node);
    }

    private List<SchemaNode> next(SchemaNode node) {
        List<SchemaNode> next = new ArrayList<>();
        for (String keyword : Keywords.inPlace()) {
            if (keyword.equals("$ref")) {
                references.target(node).ifPresent(next::add);
            } else if (node.has(keyword)) {
                next.addAll(Keywords.children(node, keyword));
            }
        }
        return next;
    }
}
