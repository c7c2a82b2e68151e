package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.java.JavaNames;
import dev.sluice.codegen.java.Literals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class of an object with an accessor a member, and its builder. */
final class MembersEmitter {
    private static final Set<String> RESERVED = Set.of(
            "additionalProperties",
            "build",
            "builder",
            "clone",
            "equals",
            "finalize",
            "from",
            "fromJson",
            "getClass",
            "hashCode",
            "in",
            "notify",
            "notifyAll",
            "out",
            "putAdditionalProperties",
            "read",
            "to",
            "toBuilder",
            "toJson",
            "toJsonValue",
            "toString",
            "validate",
            "wait",
            "writeTo");

    private final View view;
    private final Generation generation;
    private final ClassName name;
    private final ClassName builder;
    private final List<Member> members = new ArrayList<>();
    private final Optional<View> additional;
    private final TypeName additionalType;

    MembersEmitter(View view, Generation generation) {
        this.view = view;
        this.generation = generation;
        this.name = generation.names().of(view);
        this.builder = name.nestedClass("Builder");
        Set<String> taken = new HashSet<>(RESERVED);
        for (String property : Shapes.names(view)) {
            View ofProperty = generation.views().property(view, property);
            members.add(new Member(
                    property,
                    JavaNames.unusedMember(memberName(property), false, taken),
                    declaring(property),
                    ofProperty,
                    Shapes.isRequired(view, property),
                    generation.types().of(ofProperty),
                    generation.shapes().isNullable(ofProperty)));
        }
        this.additional = generation
                .views()
                .additional(view)
                .filter(node -> !node.isFalse())
                .map(generation.views()::of);
        this.additionalType =
                additional.map(generation.types()::orNull).map(TypeName::box).orElse(JsonRuntime.VALUE);
    }

    private static String memberName(String property) {
        String pascal = Names.pascal(property);
        return pascal.startsWith("_") ? pascal : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    private SchemaNode declaring(String property) {
        for (SchemaNode node : view.nodes()) {
            if (node.members("properties").containsKey(property)) {
                return node.child("properties", property);
            }
        }
        throw new IllegalArgumentException(property);
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(JsonRuntime.DOCUMENT);
        ClassScope scope = new ClassScope(name, spec, generation);
        for (Member member : members) {
            spec.addField(form(member.form(), member.held().box(), scope.form(member.view())));
        }
        CodeBlock additionalForm = additional.map(scope::form).orElse(CodeBlock.of("$T.VALUE", JsonRuntime.FORMS));
        spec.addField(form("ADDITIONAL", additionalType, additionalForm));
        for (Member member : members) {
            spec.addField(FieldSpec.builder(member.stored(), member.javaName(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        spec.addField(mapOf(JsonRuntime.FIELD_MAP), "additionalProperties", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor());
        members.forEach(member -> accessors(member, spec));
        spec.addMethod(MethodSpec.methodBuilder("additionalProperties")
                .addJavadoc("The members that the schema does not declare, by name.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(mapOf(ClassName.get(Map.class)))
                .addStatement("return this.additionalProperties")
                .build());
        spec.addMethod(read())
                .addMethod(writeTo())
                .addMethod(validate(scope))
                .addMethod(equality())
                .addMethod(hash())
                .addMethod(Methods.overriding("toString", ClassName.get(String.class))
                        .addJavadoc("The name of the class, then JSON.\n")
                        .addStatement("return $S + toJson()", name.simpleName())
                        .build())
                .addMethod(builderMethod())
                .addMethod(MethodSpec.methodBuilder("toBuilder")
                        .addJavadoc("A builder with the members of this object.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(builder)
                        .addStatement("return new Builder(this)")
                        .build())
                .addType(new MembersBuilderEmitter(name, members, additionalType).emit());
        return spec;
    }

    private static FieldSpec form(String constant, TypeName of, CodeBlock form) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(JsonRuntime.FORM, of),
                        constant,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(form)
                .build();
    }

    private TypeName mapOf(ClassName map) {
        return ParameterizedTypeName.get(map, ClassName.get(String.class), additionalType);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(builder, "from");
        for (Member member : members) {
            constructor.addStatement(
                    member.required()
                            ? CodeBlock.of(
                                    "this.$N = $T.requireNonNull(from.$N)",
                                    member.javaName(),
                                    Objects.class,
                                    member.javaName())
                            : CodeBlock.of("this.$N = from.$N", member.javaName(), member.javaName()));
        }
        return constructor
                .addStatement("this.additionalProperties = from.additionalProperties")
                .build();
    }

    private void accessors(Member member, TypeSpec.Builder spec) {
        boolean isPlain = member.required() || (member.isCollection() && !member.nullable());
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(member.javaName())
                .addJavadoc(Javadoc.of(member.declaring(), "The member {@code " + plain(member.name()) + "}."))
                .addJavadoc(Javadoc.deprecation(member.declaring()))
                .addModifiers(Modifier.PUBLIC);
        if (Javadoc.isDeprecated(member.declaring())) {
            accessor.addAnnotation(Deprecated.class);
        }
        if (isPlain) {
            accessor.returns(member.held());
            if (member.required()) {
                accessor.addStatement("return $L", member.self());
            } else {
                accessor.addStatement(
                        "return $L == null ? $T.empty() : $L",
                        member.self(),
                        member.isList() ? JsonRuntime.FIELD_LIST : JsonRuntime.FIELD_MAP,
                        member.self());
            }
        } else {
            accessor.returns(ParameterizedTypeName.get(
                    ClassName.get(Optional.class), member.type().box()));
            accessor.addStatement(
                    member.nullable()
                            ? CodeBlock.of(
                                    "return $L == null ? $T.empty() : $L", member.self(), Optional.class, member.self())
                            : CodeBlock.of("return $T.ofNullable($L)", Optional.class, member.self()));
        }
        spec.addMethod(accessor.build());
        if (!member.required()) {
            spec.addMethod(MethodSpec.methodBuilder("has" + member.capital())
                    .addJavadoc("Whether the member {@code $L} is there.\n", plain(member.name()))
                    .addModifiers(Modifier.PUBLIC)
                    .returns(TypeName.BOOLEAN)
                    .addStatement("return $L != null", member.self())
                    .build());
        }
    }

    /** A name within code in Javadoc. */
    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9 _.$:-]", "?");
    }

    private MethodSpec read() {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("Builder read = new Builder()")
                .addStatement("int start = in.beginObject()")
                .beginControlFlow("while (in.nextMember())")
                .beginControlFlow("switch (in.name())");
        for (Member member : members) {
            code.addStatement(
                    "case $L -> read.$N = in.member(read.$N, $L)",
                    Literals.string(member.name()),
                    member.javaName(),
                    member.javaName(),
                    member.form());
        }
        code.addStatement("default -> read.additionalProperties = read.additionalProperties.plus(\n"
                        + "in.name(), in.member(read.additionalProperties.get(in.name()), ADDITIONAL))")
                .endControlFlow()
                .endControlFlow();
        for (Member member : members) {
            if (member.required()) {
                code.addStatement("in.required(start, $L, read.$N)", Literals.string(member.name()), member.javaName());
            }
        }
        return Methods.reading(name)
                .addCode(code.addStatement("return read.build()").build())
                .build();
    }

    private MethodSpec writeTo() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.beginObject()");
        for (Member member : members) {
            if (!member.required()) {
                code.beginControlFlow("if ($L != null)", member.self());
            }
            code.addStatement("out.key($L)", Literals.string(member.name()))
                    .addStatement("$L.write($L, out)", member.form(), member.self());
            if (!member.required()) {
                code.endControlFlow();
            }
        }
        return Methods.writing()
                .addCode(code.beginControlFlow("for (int i = 0; i < this.additionalProperties.size(); i++)")
                        .addStatement("out.key(this.additionalProperties.keyAt(i))")
                        .addStatement("ADDITIONAL.write(this.additionalProperties.valueAt(i), out)")
                        .endControlFlow()
                        .addStatement("out.endObject()")
                        .build())
                .build();
    }

    private MethodSpec validate(ClassScope scope) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean counts = false;
        for (Member member : members) {
            if (scope.isChecked(member.view())) {
                code.add(check(member, scope, counts ? "" : "int "));
                counts = true;
            }
        }
        if (additional.filter(scope::isChecked).isPresent()) {
            code.beginControlFlow("for (int i = 0; i < this.additionalProperties.size(); i++)")
                    .addStatement("$Lbefore = to.count()", counts ? "" : "int ")
                    .addStatement("ADDITIONAL.validate(this.additionalProperties.valueAt(i), to)")
                    .addStatement("to.withinMember(before, this.additionalProperties.keyAt(i))")
                    .endControlFlow();
        }
        code.add(new ObjectChecks(view, members, generation).code());
        return Methods.validating().addCode(code.build()).build();
    }

    private CodeBlock check(Member member, ClassScope scope, String declaration) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("$Lbefore = to.count()", declaration);
        if (!member.required()) {
            code.beginControlFlow("if ($L != null)", member.self());
        }
        Optional<String> check = scope.check(member.view());
        boolean isDirect = check.isPresent()
                && !member.nullable()
                && generation.shapes().of(member.view()) instanceof Shape.Single;
        code.addStatement(
                isDirect
                        ? CodeBlock.of("$L($L, to)", check.orElse(""), member.self())
                        : CodeBlock.of("$L.validate($L, to)", member.form(), member.self()));
        code.addStatement("to.withinMember(before, $L)", Literals.string(member.name()));
        if (!member.required()) {
            code.endControlFlow();
        }
        return code.build();
    }

    private MethodSpec equality() {
        CodeBlock.Builder code = CodeBlock.builder().add("return this == other\n|| other instanceof $T that", name);
        for (Member member : members) {
            code.add("\n&& $T.equals($L, that.$N)", Objects.class, member.self(), member.javaName());
        }
        return Methods.overriding("equals", TypeName.BOOLEAN)
                .addParameter(Methods.NULLABLE_OBJECT, "other")
                .addStatement(code.add("\n&& this.additionalProperties.equals(that.additionalProperties)")
                        .build())
                .build();
    }

    private MethodSpec hash() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("int hash = this.additionalProperties.hashCode()");
        for (Member member : members) {
            code.addStatement("hash = 31 * hash + $T.hashCode($L)", Objects.class, member.self());
        }
        return Methods.overriding("hashCode", TypeName.INT)
                .addCode(code.addStatement("return hash").build())
                .build();
    }

    private MethodSpec builderMethod() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("Builder builder = new Builder()");
        for (Member member : members) {
            Optional<String> constant = Shapes.constant(member.view());
            boolean isText = generation.shapes().of(member.view()) instanceof Shape.Single single
                    && single.type() == SingleType.STRING;
            if (member.required() && !member.nullable() && isText && constant.isPresent()) {
                code.addStatement("builder.$N = $L", member.javaName(), Literals.string(constant.get()));
            }
        }
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("A builder without any member, but for those that can have one value only.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addCode(code.addStatement("return builder").build())
                .build();
    }
}
