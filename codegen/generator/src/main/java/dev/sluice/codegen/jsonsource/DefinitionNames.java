package dev.sluice.codegen.jsonsource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What definitions are called in Java: {@code shop.v1.Order.Line} is {@code Order.Line}, without the package, unless
 * another definition of the document would then be called the same.
 */
final class DefinitionNames {
    private final Map<SchemaDocument, Map<String, Integer>> counts = new HashMap<>();

    String of(SchemaDocument document, String definition) {
        String name = withoutPackage(definition);
        return counts(document).getOrDefault(key(name), 1) == 1 ? name : definition;
    }

    /** Whether the class of a definition has this name. */
    boolean have(SchemaDocument document, String name) {
        return counts(document).containsKey(key(name));
    }

    private Map<String, Integer> counts(SchemaDocument document) {
        return counts.computeIfAbsent(document, DefinitionNames::count);
    }

    private static Map<String, Integer> count(SchemaDocument document) {
        Map<String, Integer> counts = new HashMap<>();
        for (String keyword : List.of("$defs", "definitions")) {
            for (String definition : document.root().members(keyword).keySet()) {
                counts.merge(key(withoutPackage(definition)), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String withoutPackage(String definition) {
        return definition.replaceFirst("^(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])", "");
    }

    /** The same for names that give the same class. */
    private static String key(String name) {
        return Names.pascal(name).toLowerCase(Locale.ROOT);
    }
}
