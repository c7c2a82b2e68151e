package dev.sluice.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import dev.sluice.codegen.code.CodeBlock.Layout;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What declarations of fields and methods begin with. */
final class Declarations {
    private Declarations() {}

    /**
     * Adds Javadoc, annotations and modifiers.
     *
     * @param modifiers in the order in which they are written
     * @param implicit modifiers that go without saying
     */
    static void begin(
            CodeBlock.Builder to,
            CodeBlock javadoc,
            CodeBlock annotations,
            Set<Modifier> modifiers,
            Set<Modifier> implicit) {
        if (!javadoc.isEmpty()) {
            to.mark(Layout.JAVADOC).add(javadoc).mark(Layout.JAVADOC_END);
        }
        to.add(annotations);
        for (Modifier modifier : modifiers) {
            if (!implicit.contains(modifier)) {
                to.text(modifier.toString()).text(" ");
            }
        }
    }

    /** The annotation, of one value at most. */
    static CodeBlock code(AnnotationSpec annotation) {
        return annotation.members().isEmpty()
                ? CodeBlock.of("@$T\n", annotation.type())
                : CodeBlock.of("@$T($L)\n", annotation.type(), onlyValue(annotation));
    }

    private static String onlyValue(AnnotationSpec annotation) {
        List<com.palantir.javapoet.CodeBlock> values = annotation.members().get("value");
        if (values == null || values.size() != 1 || annotation.members().size() != 1) {
            throw new IllegalArgumentException("not one value: " + annotation);
        }
        return values.get(0).toString();
    }
}
