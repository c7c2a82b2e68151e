package dev.sluice.codegen.jsonsource;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the members of whole documents are called in Java. */
final class MemberNames {
    private final Map<SchemaDocument, Set<String>> names = new HashMap<>();

    /** Whether a member of the document's whole has the same name. */
    boolean have(SchemaDocument document, String name) {
        return names.computeIfAbsent(document, MemberNames::of).contains(Names.pascal(name));
    }

    private static Set<String> of(SchemaDocument document) {
        return document.root().members("properties").keySet().stream()
                .map(Names::pascal)
                .collect(Collectors.toSet());
    }
}
