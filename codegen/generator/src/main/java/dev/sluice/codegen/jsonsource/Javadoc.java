package dev.sluice.codegen.jsonsource;

import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.java.Javadocs;

/** Javadoc made from the annotations of schemas. */
final class Javadoc {
    private Javadoc() {}

    /** A schema's description, else its title, else a sentence. */
    static CodeBlock of(SchemaNode node, String otherwise) {
        String text = node.text("description").or(() -> node.text("title")).orElse("");
        return CodeBlock.of("$L\n", text.isBlank() ? otherwise : Javadocs.html(text.strip()));
    }

    /** What belongs to the annotation of a member that is deprecated. */
    static CodeBlock deprecation(SchemaNode node) {
        return CodeBlock.of(isDeprecated(node) ? "\n@deprecated the schema says so\n" : "");
    }

    static boolean isDeprecated(SchemaNode node) {
        return node.get("deprecated")
                .filter(value -> value.toJson().equals("true"))
                .isPresent();
    }

    /** A text in the type of code. */
    static String code(String text) {
        return text.isBlank() ? "A blank text" : "<code>" + Javadocs.html(text.replace('\n', ' ')) + "</code>";
    }
}
