package dev.sluice.codegen.jsonsource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What definitions are called in Java: {@code shop.v1.Order.Line} is {@code Order.Line}, without the package, unless
 * another definition of the document would then be called the same.
 */
final class DefinitionNames {
    private final Map<SchemaDocument, OfDocument> documents = new HashMap<>();

    /**
     * The definitions of a document.
     *
     * @param shared the names without package that several definitions have
     * @param given the names that definitions are called by
     */
    private record OfDocument(Set<String> shared, Set<String> given) {
        String of(String definition) {
            String name = withoutPackage(definition);
            return shared.contains(key(name)) ? definition : name;
        }
    }

    String of(SchemaDocument document, String definition) {
        return names(document).of(definition);
    }

    /** Whether the class of a definition has this name. */
    boolean have(SchemaDocument document, String name) {
        return names(document).given().contains(key(name));
    }

    private OfDocument names(SchemaDocument document) {
        return documents.computeIfAbsent(document, DefinitionNames::read);
    }

    private static OfDocument read(SchemaDocument document) {
        List<String> definitions = Names.DEFINITIONS.stream()
                .flatMap(keyword -> document.root().members(keyword).keySet().stream())
                .toList();
        Set<String> met = new HashSet<>();
        OfDocument names = new OfDocument(new HashSet<>(), new HashSet<>());
        for (String definition : definitions) {
            String key = key(withoutPackage(definition));
            if (!met.add(key)) {
                names.shared().add(key);
            }
        }
        definitions.forEach(definition -> names.given().add(key(names.of(definition))));
        return names;
    }

    private static String withoutPackage(String definition) {
        return definition.replaceFirst("^(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])", "");
    }

    /** The same for names that give the same class. */
    private static String key(String name) {
        return Names.pascal(name).toLowerCase(Locale.ROOT);
    }
}
