package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.java.Literals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the builder of an object. */
final class MembersBuilderEmitter {
    private final ClassName name;
    private final ClassName builder;
    private final List<Member> members;
    private final TypeName additional;

    MembersBuilderEmitter(ClassName name, List<Member> members, TypeName additional) {
        this.name = name;
        this.builder = name.nestedClass("Builder");
        this.members = members;
        this.additional = additional;
    }

    TypeSpec emit() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(builder)
                .addJavadoc("Builds {@link $T}. Not safe for several threads.\n", name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        CodeBlock.Builder copy = CodeBlock.builder();
        for (Member member : members) {
            spec.addField(FieldSpec.builder(stored(member), member.javaName(), Modifier.PRIVATE)
                    .build());
            copy.addStatement("this.$N = from.$N", member.javaName(), member.javaName());
        }
        TypeName map = ParameterizedTypeName.get(JsonRuntime.FIELD_MAP, ClassName.get(String.class), additional);
        spec.addField(FieldSpec.builder(map, "additionalProperties", Modifier.PRIVATE)
                        .initializer("$T.empty()", JsonRuntime.FIELD_MAP)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(name, "from")
                        .addCode(copy.addStatement("this.additionalProperties = from.additionalProperties")
                                .build())
                        .build());
        members.forEach(member -> setters(member, spec));
        return spec.addMethod(putAdditional()).addMethod(build()).build();
    }

    /** Lists and maps are frozen when they are set, and replaced when they grow. */
    private static TypeName stored(Member member) {
        return Methods.nullable(member.held().box());
    }

    private MethodSpec.Builder setter(Member member, String method, String javadoc) {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(method)
                .addJavadoc(javadoc + "\n", MembersEmitter.plain(member.name()))
                .addModifiers(Modifier.PUBLIC)
                .returns(builder);
        if (Javadoc.isDeprecated(member.declaring())) {
            setter.addAnnotation(Deprecated.class).addJavadoc(Javadoc.deprecation(member.declaring()));
        }
        return setter;
    }

    private void setters(Member member, TypeSpec.Builder spec) {
        MethodSpec.Builder set = setter(
                member,
                member.javaName(),
                member.nullable() ? "Sets the member {@code $L}; null is JSON's null." : "Sets the member {@code $L}.");
        TypeName parameter = parameter(member);
        CodeBlock value = copied(member);
        if (member.nullable()) {
            set.addParameter(Methods.nullable(parameter.box()), "value")
                    .addStatement(
                            "this.$N = value == null ? $T.empty() : $T.of($L)",
                            member.javaName(),
                            Optional.class,
                            Optional.class,
                            value);
        } else {
            set.addParameter(parameter, "value").addStatement("this.$N = $L", member.javaName(), value);
        }
        spec.addMethod(set.addStatement("return this").build());
        if (member.isCollection() && !member.nullable()) {
            spec.addMethod(grow(member));
        }
        spec.addMethod(setter(member, "clear" + member.capital(), "Takes the member {@code $L} away.")
                .addStatement("this.$N = null", member.javaName())
                .addStatement("return this")
                .build());
    }

    private static TypeName parameter(Member member) {
        if (member.isList()) {
            return ParameterizedTypeName.get(
                    ClassName.get(Collection.class), WildcardTypeName.subtypeOf(member.element()));
        }
        return member.isMap()
                ? ParameterizedTypeName.get(
                        ClassName.get(Map.class),
                        ClassName.get(String.class),
                        WildcardTypeName.subtypeOf(member.element()))
                : member.type();
    }

    private static CodeBlock copied(Member member) {
        if (member.isList()) {
            return CodeBlock.of("$T.<$T>copyOf(value)", JsonRuntime.FIELD_LIST, member.element());
        }
        if (member.isMap()) {
            return CodeBlock.of("$T.<$T, $T>copyOf(value)", JsonRuntime.FIELD_MAP, String.class, member.element());
        }
        return member.type().isPrimitive() || member.nullable()
                ? CodeBlock.of("value")
                : CodeBlock.of("$T.requireNonNull(value)", Objects.class);
    }

    private MethodSpec grow(Member member) {
        ClassName collection = member.isList() ? JsonRuntime.FIELD_LIST : JsonRuntime.FIELD_MAP;
        MethodSpec.Builder grow = member.isList()
                ? setter(member, "add" + member.capital(), "Adds an element to the member {@code $L}.")
                : setter(member, "put" + member.capital(), "Puts an entry into the member {@code $L}.")
                        .addParameter(String.class, "key");
        return grow.addParameter(member.element(), "value")
                .addStatement(
                        member.isList()
                                ? "this.$N = $T.growing(this.$N).plus(value)"
                                : "this.$N = $T.growing(this.$N).plus(key, value)",
                        member.javaName(),
                        collection,
                        member.javaName())
                .addStatement("return this")
                .build();
    }

    private MethodSpec putAdditional() {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (name)");
        CodeBlock names = CodeBlock.join(
                members.stream().map(member -> Literals.string(member.name())).toList(), ", ");
        code.addStatement(
                        "case $L -> throw new $T($S + name)",
                        names,
                        IllegalArgumentException.class,
                        "there is a setter for the member ")
                .addStatement("default -> this.additionalProperties = this.additionalProperties.plus(name, value)")
                .endControlFlow();
        return MethodSpec.methodBuilder("putAdditionalProperties")
                .addJavadoc("Puts a member that the schema does not declare.\n\n"
                        + "@throws IllegalArgumentException if the schema declares it\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(String.class, "name")
                .addParameter(additional, "value")
                .addCode(code.addStatement("return this").build())
                .build();
    }

    private MethodSpec build() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Member member : members) {
            if (member.required()) {
                code.beginControlFlow("if (this.$N == null)", member.javaName())
                        .addStatement(
                                "throw new $T($L)",
                                IllegalStateException.class,
                                Literals.string("the required member \"" + member.name() + "\" is absent"))
                        .endControlFlow();
            }
            if (member.isList() || member.isMap()) {
                code.addStatement(
                        "$T.seal(this.$N)",
                        member.isList() ? JsonRuntime.FIELD_LIST : JsonRuntime.FIELD_MAP,
                        member.javaName());
            }
        }
        return MethodSpec.methodBuilder("build")
                .addJavadoc("The object; this builder can be used further.\n\n"
                        + "@throws IllegalStateException if a required member is absent\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addCode(code.addStatement("this.additionalProperties.freeze()")
                        .addStatement("return new $T(this)", name)
                        .build())
                .build();
    }
}
