package dev.sluice.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import java.util.List;

/** Annotations of methods as code. */
final class Annotations {
    private static final String VALUE = "value";

    private Annotations() {}

    /**
     * The annotation as JavaPoet prints it.
     *
     * @throws IllegalArgumentException if it has other members than one value
     */
    static CodeBlock code(AnnotationSpec annotation) {
        if (annotation.members().isEmpty()) {
            return CodeBlock.of("@$T", annotation.type());
        }
        List<com.palantir.javapoet.CodeBlock> values = annotation.members().get(VALUE);
        if (values == null || values.size() != 1 || annotation.members().size() != 1) {
            throw new IllegalArgumentException("more than one value: " + annotation);
        }
        return CodeBlock.of("@$T($L)", annotation.type(), values.get(0));
    }
}
