package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes an enum: a constant for each number, and one for numbers that this version does not declare. */
final class EnumEmitter {
    /** Of more values than these the names are made in a method of their own: each method has room for 64 KB. */
    private static final int INLINE_NAMES = 1_000;

    private final EnumType type;
    private final ClassName name;
    private final Javadocs javadocs;
    private final Map<Integer, String> constants = new HashMap<>();

    EnumEmitter(EnumType type, ClassName name, Javadocs javadocs) {
        this.type = type;
        this.name = name;
        this.javadocs = javadocs;
    }

    TypeSpec emit() {
        Set<String> taken = new HashSet<>(Set.of("NAMES", "number"));
        TypeSpec.Builder spec = TypeSpec.enumBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(javadocs.of(type))
                .addAnnotation(AnnotationSpec.builder(Runtime.GENERATED_FROM)
                        .addMember("value", "$S", type.fullName())
                        .build());
        if (Javadocs.isDeprecated(type)) {
            spec.addAnnotation(Deprecated.class);
        }
        for (EnumValue value : type.values()) {
            String constant = JavaNames.unused(value.name(), taken);
            if (constants.putIfAbsent(value.number(), constant) == null) {
                spec.addEnumConstant(constant, constant(value));
            } else {
                spec.addField(alias(value, constant));
            }
        }
        String unrecognized = JavaNames.unused("UNRECOGNIZED", taken);
        spec.addEnumConstant(
                unrecognized,
                TypeSpec.anonymousClassBuilder("-1")
                        .addJavadoc("A number that this version of the schema does not declare.\n")
                        .build());
        if (type.values().size() > INLINE_NAMES) {
            spec.addMethod(MethodSpec.methodBuilder("declaredNames")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(Runtime.ENUM_NAMES)
                    .addStatement("return $L", newNames())
                    .build());
        }
        return spec.addField(names())
                .addField(TypeName.INT, "number", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(TypeName.INT, "number")
                        .addStatement("this.number = number")
                        .build())
                .addMethod(number(unrecognized))
                .addMethod(forNumber(unrecognized))
                .addMethod(MethodSpec.methodBuilder("names")
                        .addJavadoc("The names and numbers that the schema declares.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(Runtime.ENUM_NAMES)
                        .addStatement("return NAMES")
                        .build())
                .build();
    }

    private TypeSpec constant(EnumValue value) {
        TypeSpec.Builder constant =
                TypeSpec.anonymousClassBuilder("$L", value.number()).addJavadoc(javadocs.of(value));
        if (Javadocs.isDeprecated(value)) {
            constant.addAnnotation(Deprecated.class);
        }
        return constant.build();
    }

    private FieldSpec alias(EnumValue value, String constant) {
        FieldSpec.Builder alias = FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(javadocs.of(value))
                .initializer("$N", constants.get(value.number()));
        if (Javadocs.isDeprecated(value)) {
            alias.addAnnotation(Deprecated.class);
        }
        return alias.build();
    }

    private FieldSpec names() {
        boolean isInline = type.values().size() <= INLINE_NAMES;
        return FieldSpec.builder(Runtime.ENUM_NAMES, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(isInline ? newNames() : CodeBlock.of("declaredNames()"))
                .build();
    }

    private CodeBlock newNames() {
        CodeBlock.Builder strings = CodeBlock.builder();
        CodeBlock.Builder numbers = CodeBlock.builder();
        for (EnumValue value : type.values()) {
            strings.add(value.index() == 0 ? "$S" : ", $S", value.name());
            numbers.add(", $L", value.number());
        }
        return CodeBlock.of(
                "$T.of(new $T {$L}$L)",
                Runtime.ENUM_NAMES,
                ArrayTypeName.of(Runtime.STRING),
                strings.build(),
                numbers.build());
    }

    private MethodSpec number(String unrecognized) {
        return MethodSpec.methodBuilder("number")
                .addJavadoc(
                        "The number in the schema.\n\n@throws IllegalStateException for {@link #$L}\n", unrecognized)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .beginControlFlow("if (this == $N)", unrecognized)
                .addStatement("throw new $T($S)", IllegalStateException.class, unrecognized + " has no number")
                .endControlFlow()
                .addStatement("return number")
                .build();
    }

    private MethodSpec forNumber(String unrecognized) {
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (number) {\n").indent();
        for (EnumValue value : type.values()) {
            if (type.value(value.number()).orElse(null) == value) {
                cases.add("case $L -> $N;\n", value.number(), constants.get(value.number()));
            }
        }
        cases.add("default -> $N;\n", unrecognized).unindent().add("};\n");
        return MethodSpec.methodBuilder("forNumber")
                .addJavadoc("The value with this number, or {@link #$L}.\n", unrecognized)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(TypeName.INT, "number")
                .addCode(cases.build())
                .build();
    }
}
