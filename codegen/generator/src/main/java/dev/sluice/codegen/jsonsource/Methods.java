package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.MethodSpec;
import javax.lang.model.element.Modifier;

/** The beginnings of methods that every generated type has. */
final class Methods {
    static final TypeName NULLABLE_OBJECT = nullable(ClassName.get(Object.class));

    private Methods() {}

    static TypeName nullable(TypeName type) {
        return type.annotated(AnnotationSpec.builder(JsonRuntime.NULLABLE).build());
    }

    static MethodSpec.Builder overriding(String method, TypeName returns) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns);
    }

    static MethodSpec.Builder writing() {
        return overriding("writeTo", TypeName.VOID).addParameter(JsonRuntime.WRITER, "out");
    }

    static MethodSpec.Builder validating() {
        return overriding("validate", TypeName.VOID).addParameter(JsonRuntime.VIOLATIONS, "to");
    }

    /** The method that reads from a cursor. */
    static MethodSpec.Builder reading(ClassName type) {
        return MethodSpec.methodBuilder("read")
                .addJavadoc(
                        "Reads a value.\n\n@throws dev.sluice.runtime.MalformedMessageException if it is of another type\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(JsonRuntime.CURSOR, "in");
    }

    /** The method that reads from text. */
    static MethodSpec fromJson(ClassName type) {
        return MethodSpec.methodBuilder("fromJson")
                .addJavadoc(
                        "Reads JSON text.\n\n@throws dev.sluice.runtime.MalformedMessageException if it is not JSON, or"
                                + " a value is of another type than the schema's\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "json")
                .addStatement("$T in = $T.of(json)", JsonRuntime.CURSOR, JsonRuntime.CURSOR)
                .addStatement("return in.whole(read(in))")
                .build();
    }
}
