package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the setters of one field in the builder; each changes the message that the builder owns. */
final class SetterEmitter {
    private static final CodeBlock TO = CodeBlock.of("to");

    private final ClassName builder;
    private final ClassName message;

    SetterEmitter(ClassName builder) {
        this.builder = builder;
        this.message = builder.enclosingClassName();
    }

    List<MethodSpec> emit(MemberField member) {
        List<MethodSpec> methods = new ArrayList<>();
        switch (member.shape()) {
            case SINGULAR, CASE -> singular(member, methods);
            case REPEATED -> repeated(member, methods);
            case MAP -> map(member, methods);
        }
        return methods;
    }

    MethodSpec oneof(MessageModel.OneofModel oneof) {
        return MethodSpec.methodBuilder(oneof.name())
                .addJavadoc("Sets the case; {@code NOT_SET} clears it.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(oneof.type(), "value")
                .addStatement("own().$N = $T.requireNonNull(value)", oneof.name(), Objects.class)
                .addStatement("return this")
                .build();
    }

    private void singular(MemberField member, List<MethodSpec> methods) {
        if (member.isConverted()) {
            methods.add(method(member, member.name(), member.value().type())
                    .addJavadoc("Sets {@link $T#$L()}.\n", message, member.name())
                    .addStatement(
                            "return $L($L)", member.rawName(), member.value().fromApi(CodeBlock.of("value")))
                    .build());
        }
        CodeBlock value = member.shape() == MemberField.Shape.CASE ? CodeBlock.of("value") : checked(member);
        methods.add(changing(
                method(member, member.rawName(), member.value().stored())
                        .addJavadoc("Sets {@link $T#$L()}.\n", message, member.rawName()),
                member.storeIn(TO, value)));
        if (member.hasPresence()) {
            methods.add(clear(member));
        }
    }

    private MethodSpec clear(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (member.shape() == MemberField.Shape.CASE) {
            code.beginControlFlow(
                            "if (to.$N instanceof $T)",
                            member.oneofCase().name(),
                            member.oneofCase().type())
                    .addStatement(
                            "to.$N = $T.NOT_SET",
                            member.oneofCase().name(),
                            member.oneofCase().type().enclosingClassName())
                    .endControlFlow();
        } else {
            code.addStatement("to.$N = $L", member.name(), member.absent());
            if (member.presence() >= 0) {
                code.addStatement("to.presence$L &= ~$L", member.presence() / 32, member.bit());
            }
        }
        return changing(
                method(member, "clear" + member.capital())
                        .addJavadoc("Makes {@link $T#$L()} absent.\n", message, member.name()),
                code.build());
    }

    private void repeated(MemberField member, List<MethodSpec> methods) {
        CodeBlock list = converted(member);
        methods.add(method(member, member.name(), member.type())
                .addJavadoc("Replaces {@link $T#$L()} by a copy.\n", message, member.name())
                .addStatement(
                        "own().$N = $T.copyOf($L)",
                        member.name(),
                        member.value().listClass(),
                        list)
                .addStatement("return this")
                .build());
        String add = "add" + member.capital();
        if (member.isConverted()) {
            methods.add(method(member, add, member.value().type())
                    .addJavadoc("Adds to {@link $T#$L()}.\n", message, member.name())
                    .addStatement("return $LValue($L)", add, member.value().fromApi(CodeBlock.of("value")))
                    .build());
            add += "Value";
        }
        methods.add(changing(
                method(member, add, member.value().stored())
                        .addJavadoc("Adds to {@link $T#$L()}.\n", message, member.name()),
                member.storeIn(TO, inCollection(member))));
    }

    private static CodeBlock converted(MemberField member) {
        return member.isConverted()
                ? CodeBlock.of(
                        "$T.converted(value, $L)",
                        Runtime.ELEMENTS,
                        member.value().fromApiReference())
                : CodeBlock.of("value");
    }

    private void map(MemberField member, List<MethodSpec> methods) {
        methods.add(method(member, member.name(), member.type())
                .addJavadoc("Replaces {@link $T#$L()} by a copy.\n", message, member.name())
                .addStatement("own().$N = $T.copyOf($L)", member.name(), Runtime.FIELD_MAP, converted(member))
                .addStatement("return this")
                .build());
        TypeName key = member.keyCode().type();
        String put = "put" + member.capital();
        if (member.isConverted()) {
            methods.add(method(member, put)
                    .addParameter(key, "key")
                    .addParameter(member.value().type(), "value")
                    .addJavadoc("Sets an entry of {@link $T#$L()}.\n", message, member.name())
                    .addStatement("return $LValue(key, $L)", put, member.value().fromApi(CodeBlock.of("value")))
                    .build());
            put += "Value";
        }
        methods.add(changing(
                method(member, put)
                        .addParameter(key, "key")
                        .addParameter(member.value().stored(), "value")
                        .addJavadoc("Sets an entry of {@link $T#$L()}.\n", message, member.name()),
                CodeBlock.builder()
                        .addStatement("to.$N = to.$N.plus(key, $L)", member.name(), member.name(), inCollection(member))
                        .build()));
    }

    /** The value of a singular field, if it may have it. */
    private static CodeBlock checked(MemberField member) {
        return member.value().stored().isPrimitive()
                ? inCollection(member)
                : CodeBlock.of("$T.requireNonNull(value)", Objects.class);
    }

    /** The value of a list or a map, which let no null in. */
    private static CodeBlock inCollection(MemberField member) {
        CodeBlock value = CodeBlock.of("value");
        return member.value() instanceof ValueCode.EnumCode enumCode && enumCode.closed()
                ? enumCode.declared(value)
                : value;
    }

    /** The method with code that changes {@code to}, the message that the builder owns. */
    private MethodSpec changing(MethodSpec.Builder method, CodeBlock code) {
        return method.addStatement("$T to = own()", message)
                .addCode(code)
                .addStatement("return this")
                .build();
    }

    private MethodSpec.Builder method(MemberField member, String name, TypeName value) {
        return method(member, name).addParameter(value, "value");
    }

    private MethodSpec.Builder method(MemberField member, String name) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(builder);
        if (Javadocs.isDeprecated(member.field())) {
            method.addAnnotation(Deprecated.class);
        }
        return method;
    }
}
