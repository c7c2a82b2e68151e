package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the setters of one field in the builder. */
final class SetterEmitter {
    private final ClassName builder;

    SetterEmitter(ClassName builder) {
        this.builder = builder;
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
                .addStatement("this.$N = $T.requireNonNull(value)", oneof.name(), Objects.class)
                .addStatement("return this")
                .build();
    }

    private void singular(MemberField member, List<MethodSpec> methods) {
        String setter = member.name();
        if (member.isConverted()) {
            methods.add(method(member, setter, member.value().type())
                    .addJavadoc("Sets {@link $T#$L()}.\n", builder.enclosingClassName(), member.name())
                    .addStatement("return $L(value.number())", setter + "Value")
                    .build());
            setter = setter + "Value";
        }
        CodeBlock value = notNull(member.value().stored(), "value");
        CodeBlock.Builder code = CodeBlock.builder();
        if (member.shape() == MemberField.Shape.CASE) {
            code.addStatement(
                    "this.$N = new $T(value)",
                    member.oneofCase().name(),
                    member.oneofCase().type());
        } else {
            code.addStatement("$L = $L", member.self(), value);
            if (member.presence() >= 0) {
                code.addStatement("this.presence$L |= $L", member.presence() / 32, member.bit());
            }
        }
        methods.add(method(member, setter, member.value().stored())
                .addJavadoc("Sets {@link $T#$L()}.\n", builder.enclosingClassName(), setter)
                .addCode(code.build())
                .addStatement("return this")
                .build());
        if (member.hasPresence()) {
            methods.add(clear(member));
        }
    }

    private MethodSpec clear(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (member.shape() == MemberField.Shape.CASE) {
            code.beginControlFlow("if ($L)", member.isPresent())
                    .addStatement(
                            "this.$N = $T.NOT_SET",
                            member.oneofCase().name(),
                            member.oneofCase().type().enclosingClassName())
                    .endControlFlow();
        } else {
            code.addStatement("$L = $L", member.self(), member.absent());
            if (member.presence() >= 0) {
                code.addStatement("this.presence$L &= ~$L", member.presence() / 32, member.bit());
            }
        }
        return method(member, "clear" + member.capital())
                .addJavadoc("Makes {@link $T#$L()} absent.\n", builder.enclosingClassName(), member.name())
                .addCode(code.build())
                .addStatement("return this")
                .build();
    }

    private void repeated(MemberField member, List<MethodSpec> methods) {
        CodeBlock list = member.isConverted()
                ? CodeBlock.of(
                        "$T.converted(value, $T::number)",
                        Runtime.ELEMENTS,
                        member.value().type())
                : CodeBlock.of("value");
        methods.add(method(member, member.name(), member.type())
                .addJavadoc("Replaces {@link $T#$L()} by a copy.\n", builder.enclosingClassName(), member.name())
                .addStatement("$L = $T.copyOf($L)", member.self(), List.class, list)
                .addStatement("return this")
                .build());
        String add = "add" + member.capital();
        if (member.isConverted()) {
            methods.add(method(member, add, member.value().type())
                    .addJavadoc("Adds to {@link $T#$L()}.\n", builder.enclosingClassName(), member.name())
                    .addStatement("return $LValue(value.number())", add)
                    .build());
            add += "Value";
        }
        methods.add(method(member, add, member.value().stored())
                .addJavadoc("Adds to {@link $T#$L()}.\n", builder.enclosingClassName(), member.name())
                .addStatement("$L = $T.mutable($L)", member.self(), Runtime.ELEMENTS, member.self())
                .addStatement(
                        "$L.add($L)", member.self(), notNull(member.value().stored(), "value"))
                .addStatement("return this")
                .build());
    }

    private void map(MemberField member, List<MethodSpec> methods) {
        CodeBlock entries = member.isConverted()
                ? CodeBlock.of(
                        "$T.converted(value, $T::number)",
                        Runtime.ELEMENTS,
                        member.value().type())
                : CodeBlock.of("value");
        methods.add(method(member, member.name(), member.type())
                .addJavadoc("Replaces {@link $T#$L()} by a copy.\n", builder.enclosingClassName(), member.name())
                .addStatement("$L = $T.copyOf($L)", member.self(), Runtime.ELEMENTS, entries)
                .addStatement("return this")
                .build());
        TypeName key = member.keyCode().type();
        String put = "put" + member.capital();
        if (member.isConverted()) {
            methods.add(method(member, put)
                    .addParameter(key, "key")
                    .addParameter(member.value().type(), "value")
                    .addJavadoc("Sets an entry of {@link $T#$L()}.\n", builder.enclosingClassName(), member.name())
                    .addStatement("return $LValue(key, value.number())", put)
                    .build());
            put += "Value";
        }
        methods.add(method(member, put)
                .addParameter(key, "key")
                .addParameter(member.value().stored(), "value")
                .addJavadoc("Sets an entry of {@link $T#$L()}.\n", builder.enclosingClassName(), member.name())
                .addStatement("$L = $T.mutable($L)", member.self(), Runtime.ELEMENTS, member.self())
                .addStatement(
                        "$L.put($L, $L)",
                        member.self(),
                        notNull(key, "key"),
                        notNull(member.value().stored(), "value"))
                .addStatement("return this")
                .build());
    }

    private static CodeBlock notNull(TypeName type, String name) {
        return type.isPrimitive()
                ? CodeBlock.of("$N", name)
                : CodeBlock.of("$T.requireNonNull($N)", Objects.class, name);
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
