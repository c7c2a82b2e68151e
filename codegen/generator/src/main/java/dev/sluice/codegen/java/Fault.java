package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;

/**
 * One constraint, compiled.
 *
 * @param rule protovalidate's rule id
 * @param message the Java expression of what is wrong, for a person
 * @param condition a Java condition that is true where the constraint is broken
 * @param path the way to the constraint within the rules of its field
 * @param mayFail whether the condition can throw
 */
record Fault(String rule, CodeBlock message, CodeBlock condition, String path, boolean mayFail) {

    static Fault of(String rule, String message, CodeBlock condition, String path) {
        return new Fault(rule, Literals.string(message), condition, path, false);
    }

    /** Reports it where it holds; {@code add} begins the call that takes rule, message and path. */
    CodeBlock report(CodeBlock add) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (mayFail) {
            code.beginControlFlow("try");
        }
        code.beginControlFlow("if ($L)", condition)
                .addStatement("$L$L, $L, $S)", add, Literals.string(rule), message, path)
                .endControlFlow();
        if (mayFail) {
            code.nextControlFlow("catch ($T failure)", RuntimeException.class)
                    .addStatement("throw new $T($L, failure)", Runtime.UNDECIDED, Literals.string(rule))
                    .endControlFlow();
        }
        return code.build();
    }
}
