package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.CodeBlock;
import dev.sluice.codegen.java.Javadocs;

/** Javadoc made from the annotations of schemas. */
final class Javadoc {
    private Javadoc() {}

    /** A schema's description, else its title, else a sentence. */
    static CodeBlock of(SchemaNode node, String otherwise) {
        String text = node.text("description").or(() -> node.text("title")).orElse("");
        String deprecated = isDeprecated(node) ? "\n\n@deprecated the schema says so" : "";
        return CodeBlock.of("$L\n", (text.isBlank() ? otherwise : Javadocs.html(text.strip())) + deprecated);
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
