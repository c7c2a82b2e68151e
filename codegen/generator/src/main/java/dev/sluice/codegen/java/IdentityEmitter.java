package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes {@code equals}, {@code hashCode} and {@code toString} of a message. */
final class IdentityEmitter {
    private final MessageModel message;

    IdentityEmitter(MessageModel message) {
        this.message = message;
    }

    void emit(TypeSpec.Builder spec) {
        List<CodeBlock> equal = new ArrayList<>();
        List<CodeBlock> hashes = new ArrayList<>();
        for (int i = 0; i < message.presenceWords(); i++) {
            equal.add(CodeBlock.of("this.presence$L == that.presence$L", i, i));
            hashes.add(CodeBlock.of("this.presence$L", i));
        }
        for (MemberField member : message.fields()) {
            if (member.shape() != MemberField.Shape.CASE) {
                equal.add(equal(member));
                hashes.add(hash(member));
            }
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            equal.add(CodeBlock.of("this.$N.equals(that.$N)", oneof.name(), oneof.name()));
            hashes.add(CodeBlock.of("this.$N.hashCode()", oneof.name()));
        }
        equal.add(CodeBlock.of("this.unknownFields.equals(that.unknownFields)"));
        hashes.add(CodeBlock.of("this.unknownFields.hashCode()"));
        spec.addMethod(MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(
                        ClassName.get(Object.class)
                                .annotated(
                                        AnnotationSpec.builder(Runtime.NULLABLE).build()),
                        "other")
                .addStatement(
                        "return this == other\n|| other instanceof $T that\n&& $L",
                        message.name(),
                        Parts.allOf(
                                equal,
                                "equal",
                                spec,
                                ParameterSpec.builder(message.name(), "that").build()))
                .build());
        CodeBlock.Builder code = CodeBlock.builder().addStatement("int hash = 1");
        hashes.forEach(hash -> code.addStatement("hash = 31 * hash + $L", hash));
        spec.addMethod(MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addCode(code.addStatement("return hash").build())
                .build());
        spec.addMethod(MethodSpec.methodBuilder("toString")
                .addJavadoc("The name in the schema, then the fields as JSON for people to read.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.STRING)
                .addStatement("return $S + $T.show(this)", message.type().fullName(), Runtime.JSON_WRITER)
                .build());
    }

    private static CodeBlock equal(MemberField member) {
        CodeBlock self = member.self();
        CodeBlock that = CodeBlock.of("that.$N", member.name());
        TypeName stored = member.stored();
        if (member.isNullable()) {
            return CodeBlock.of("$T.equals($L, $L)", Objects.class, self, that);
        }
        if (stored.equals(TypeName.DOUBLE) || stored.equals(TypeName.FLOAT)) {
            return CodeBlock.of("$T.compare($L, $L) == 0", stored.box(), self, that);
        }
        return stored.isPrimitive() ? CodeBlock.of("$L == $L", self, that) : CodeBlock.of("$L.equals($L)", self, that);
    }

    private static CodeBlock hash(MemberField member) {
        TypeName stored = member.stored();
        if (stored.equals(TypeName.INT)) {
            return member.self();
        }
        if (stored.isPrimitive()) {
            return CodeBlock.of("$T.hashCode($L)", stored.box(), member.self());
        }
        return member.isNullable()
                ? CodeBlock.of("$T.hashCode($L)", Objects.class, member.self())
                : CodeBlock.of("$L.hashCode()", member.self());
    }
}
