package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the builder of a message. */
final class BuilderEmitter {
    private final MessageModel message;
    private final ClassName name;

    BuilderEmitter(MessageModel message) {
        this.message = message;
        this.name = message.name().nestedClass("Builder");
    }

    TypeSpec emit() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addJavadoc("Builds {@link $T}. Not safe for several threads.\n", message.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        addState(spec);
        spec.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(copying());
        SetterEmitter setters = new SetterEmitter(name);
        message.fields().forEach(member -> spec.addMethods(setters.emit(member)));
        message.oneofs().forEach(oneof -> spec.addMethod(setters.oneof(oneof)));
        return spec.addMethod(new WireEmitter(message).mergeFrom(name))
                .addMethod(new JsonEmitter(message).mergeFrom(name))
                .addMethod(MethodSpec.methodBuilder("mergeFrom")
                        .addJavadoc("Merges a message: fields present in it count, messages merge, lists grow.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name)
                        .addParameter(message.name(), "other")
                        .addStatement("return mergeFrom(new $T(other.toByteArray()))", Runtime.WIRE_READER)
                        .build())
                .addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc("The message; this builder can be used further.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(message.name())
                        .addStatement("return new $T(this)", message.name())
                        .build())
                .build();
    }

    private void addState(TypeSpec.Builder spec) {
        for (int i = 0; i < message.presenceWords(); i++) {
            spec.addField(TypeName.INT, "presence" + i, Modifier.PRIVATE);
        }
        for (MemberField member : message.fields()) {
            if (member.shape() == MemberField.Shape.CASE) {
                continue;
            }
            FieldSpec.Builder field = FieldSpec.builder(member.stored(), member.name(), Modifier.PRIVATE);
            if (member.isNullable()) {
                field.addAnnotation(Runtime.NULLABLE);
            } else if (!isJavaDefault(member)) {
                field.initializer(member.absent());
            }
            spec.addField(field.build());
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            spec.addField(FieldSpec.builder(oneof.type(), oneof.name(), Modifier.PRIVATE)
                    .initializer("$T.NOT_SET", oneof.type())
                    .build());
        }
        spec.addField(FieldSpec.builder(
                        Runtime.COLLECTOR.annotated(
                                AnnotationSpec.builder(Runtime.NULLABLE).build()),
                        "unknownFields",
                        Modifier.PRIVATE)
                .build());
    }

    private static boolean isJavaDefault(MemberField member) {
        String absent = member.absent().toString();
        return absent.equals("0")
                || absent.equals("0L")
                || absent.equals("false")
                || absent.equals("0.0")
                || absent.equals("0.0f");
    }

    private MethodSpec copying() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < message.presenceWords(); i++) {
            code.addStatement("this.presence$L = from.presence$L", i, i);
        }
        for (MemberField member : message.fields()) {
            if (member.shape() != MemberField.Shape.CASE) {
                code.addStatement("$L = from.$N", member.self(), member.name());
            }
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            code.addStatement("this.$N = from.$N", oneof.name(), oneof.name());
        }
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(message.name(), "from")
                .addCode(code.build())
                .addStatement(
                        "this.unknownFields = from.unknownFields.isEmpty() ? null : new $T(from.unknownFields)",
                        Runtime.COLLECTOR)
                .build();
    }
}
