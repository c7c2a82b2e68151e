package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import javax.lang.model.element.Modifier;

/** Writes {@code missing} of a message: which required field is absent, in it or in a message within. */
final class RequiredEmitter {
    private final MessageModel message;

    RequiredEmitter(MessageModel message) {
        this.message = message;
    }

    MethodSpec missing() {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean within = message.fields().stream().anyMatch(RequiredEmitter::isChecked);
        if (within) {
            code.addStatement("String missing");
        }
        for (MemberField member : message.fields()) {
            String field = member.field().name();
            if (member.field().isRequired()) {
                code.beginControlFlow("if (!($L))", member.isPresent())
                        .addStatement("return $S", field)
                        .endControlFlow();
            }
            if (isChecked(member)) {
                code.beginControlFlow(
                                "if ((missing = $T.missing($S, $L)) != null)", Runtime.REQUIRED, field, value(member))
                        .addStatement("return missing")
                        .endControlFlow();
            }
        }
        return MethodSpec.methodBuilder("missing")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.STRING.annotated(
                        AnnotationSpec.builder(Runtime.NULLABLE).build()))
                .addCode(code.addStatement("return null").build())
                .build();
    }

    private static boolean isChecked(MemberField member) {
        return member.value() instanceof ValueCode.Sub sub && sub.checked();
    }

    private static CodeBlock value(MemberField member) {
        return switch (member.shape()) {
            case SINGULAR, REPEATED -> member.self();
            case MAP -> CodeBlock.of("$L.values()", member.self());
            case CASE -> CodeBlock.of("$L present ? $L : null", member.isPresent(), member.inCase());
        };
    }
}
