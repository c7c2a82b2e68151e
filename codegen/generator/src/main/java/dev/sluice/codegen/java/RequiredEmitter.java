package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code missing} of a message: which required field is absent, in it or in a message within. */
final class RequiredEmitter {
    private final MessageModel message;

    RequiredEmitter(MessageModel message) {
        this.message = message;
    }

    MethodSpec missing(TypeSpec.Builder spec) {
        List<MemberField> members = message.fields().stream()
                .filter(member -> member.field().isRequired() || isChecked(member))
                .toList();
        MethodSpec.Builder missing =
                method("missing").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
        if (members.size() <= Parts.SIZE) {
            return missing.addCode(first(members)).build();
        }
        missing.addStatement("String missing");
        for (int i = 0; i * Parts.SIZE < members.size(); i++) {
            String part = Parts.part("missing", i);
            spec.addMethod(method(part)
                    .addModifiers(Modifier.PRIVATE)
                    .addCode(first(members.subList(i * Parts.SIZE, Math.min(members.size(), (i + 1) * Parts.SIZE))))
                    .build());
            missing.beginControlFlow("if ((missing = $L()) != null)", part)
                    .addStatement("return missing")
                    .endControlFlow();
        }
        return missing.addStatement("return null").build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .returns(Runtime.STRING.annotated(
                        AnnotationSpec.builder(Runtime.NULLABLE).build()));
    }

    /** Returns the path to the first that is absent. */
    private static CodeBlock first(List<MemberField> members) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (members.stream().anyMatch(RequiredEmitter::isChecked)) {
            code.addStatement("String missing");
        }
        for (MemberField member : members) {
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
        return code.addStatement("return null").build();
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
