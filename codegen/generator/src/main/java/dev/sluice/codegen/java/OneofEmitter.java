package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes a oneof: a sealed interface with a record for each case, and one for no case or one that is not known. */
final class OneofEmitter {
    private final Javadocs javadocs;

    OneofEmitter(Javadocs javadocs) {
        this.javadocs = javadocs;
    }

    TypeSpec emit(MessageModel.OneofModel oneof) {
        TypeSpec.Builder spec = TypeSpec.interfaceBuilder(oneof.type().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.SEALED)
                .addJavadoc(javadocs.of(oneof.oneof()))
                .addField(FieldSpec.builder(oneof.type(), "NOT_SET", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("No case.\n")
                        .initializer("new $T()", oneof.none())
                        .build());
        for (MemberField member : oneof.cases()) {
            spec.addType(record(member, oneof.type()));
        }
        return spec.addType(TypeSpec.recordBuilder(oneof.none().simpleName())
                        .addJavadoc(
                                "No case, or one that this version of the schema does not declare: that is among the"
                                        + " message's unknown fields.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .recordConstructor(MethodSpec.constructorBuilder().build())
                        .addSuperinterface(oneof.type())
                        .build())
                .build();
    }

    private static CodeBlock check(MemberField member, String component) {
        if (member.value() instanceof ValueCode.EnumCode enumCode && enumCode.closed()) {
            return CodeBlock.of("$L", enumCode.declared(CodeBlock.of(component)));
        }
        return member.value().stored().isPrimitive()
                ? CodeBlock.of("")
                : CodeBlock.of("$T.requireNonNull($L)", Objects.class, component);
    }

    private TypeSpec record(MemberField member, ClassName sealed) {
        ClassName name = member.oneofCase().type();
        TypeSpec.Builder spec = TypeSpec.recordBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(javadocs.of(member.field()))
                .addSuperinterface(sealed);
        if (Javadocs.isDeprecated(member.field())) {
            spec.addAnnotation(Deprecated.class);
        }
        TypeName stored = member.value().stored();
        String component = member.caseComponent();
        spec.recordConstructor(MethodSpec.constructorBuilder()
                .addParameter(ParameterSpec.builder(stored, component).build())
                .build());
        if (member.isConverted()) {
            spec.addMethod(MethodSpec.constructorBuilder()
                            .addJavadoc("The case with a value of the API's type.\n")
                            .addModifiers(Modifier.PUBLIC)
                            .addParameter(member.value().type(), "value")
                            .addStatement("this($L)", member.value().fromApi(CodeBlock.of("value")))
                            .build())
                    .addMethod(MethodSpec.methodBuilder("value")
                            .addJavadoc(
                                    member.value().isEnum()
                                            ? "The value; {@code UNRECOGNIZED} for a number that is not declared.\n"
                                            : "The value.\n")
                            .addModifiers(Modifier.PUBLIC)
                            .returns(member.value().type())
                            .addStatement("return $L", member.value().toApi(CodeBlock.of(component)))
                            .build());
        }
        CodeBlock check = check(member, component);
        if (!check.isEmpty()) {
            spec.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addStatement(check)
                    .build());
        }
        if (member.isRedacted()) {
            spec.addMethod(MethodSpec.methodBuilder("toString")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(Runtime.STRING)
                    .addStatement("return $S", name.simpleName() + "[REDACTED]")
                    .build());
        }
        return spec.build();
    }
}
