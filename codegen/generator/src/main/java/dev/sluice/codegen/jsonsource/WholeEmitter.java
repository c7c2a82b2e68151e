package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the record of a document whose values have a Java type that is not generated: a list, a map, a string. */
final class WholeEmitter {
    private final ClassName name;
    private final View view;
    private final Generation generation;

    WholeEmitter(ClassName name, View view, Generation generation) {
        this.name = name;
        this.view = view;
        this.generation = generation;
    }

    TypeSpec.Builder emit() {
        TypeName type = generation.types().orNull(view);
        TypeSpec.Builder spec = TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(JsonRuntime.DOCUMENT)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(ParameterSpec.builder(type, "value").build())
                        .build());
        if (!type.isPrimitive()) {
            spec.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addStatement(copy())
                    .build());
        }
        ClassScope scope = new ClassScope(name, spec, generation);
        spec.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(JsonRuntime.FORM, type.box()),
                        "FORM",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(scope.form(view))
                .build());
        return spec.addMethod(Methods.reading(name)
                        .addStatement("return new $T(FORM.read(in))", name)
                        .build())
                .addMethod(Methods.writing()
                        .addStatement("FORM.write(this.value, out)")
                        .build())
                .addMethod(Methods.validating()
                        .addStatement("FORM.validate(this.value, to)")
                        .build());
    }

    private CodeBlock copy() {
        Shape shape = generation.shapes().of(view);
        boolean isNullable = generation.shapes().isNullable(view);
        if (shape instanceof Shape.ListOf && !isNullable) {
            return CodeBlock.of("value = $T.copyOf(value)", JsonRuntime.FIELD_LIST);
        }
        return shape instanceof Shape.MapOf && !isNullable
                ? CodeBlock.of("value = $T.copyOf(value)", JsonRuntime.FIELD_MAP)
                : CodeBlock.of("$T.requireNonNull(value)", Objects.class);
    }
}
