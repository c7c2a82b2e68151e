package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the description of a service: a constant for each method, of the type of its kind. */
final class ServiceEmitter {
    private final Generation generation;

    ServiceEmitter(Generation generation) {
        this.generation = generation;
    }

    TypeSpec emit(Service service) {
        TypeSpec.Builder spec = TypeSpec.classBuilder(generation.names().of(service))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(generation.javadocs().of(service))
                .addAnnotation(AnnotationSpec.builder(Runtime.GENERATED_FROM)
                        .addMember("value", "$S", service.fullName())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (Javadocs.isDeprecated(service)) {
            spec.addAnnotation(Deprecated.class);
        }
        Set<String> taken = new HashSet<>();
        List<CodeBlock> constants = new ArrayList<>();
        for (Rpc rpc : service.rpcs()) {
            String constant = JavaNames.unused(JavaNames.constant(rpc.name()), taken);
            constants.add(CodeBlock.of("$N", constant));
            spec.addField(constant(rpc, constant));
        }
        TypeName any = ParameterizedTypeName.get(
                Runtime.RPC, WildcardTypeName.subtypeOf(Object.class), WildcardTypeName.subtypeOf(Object.class));
        return spec.addMethod(MethodSpec.methodBuilder("all")
                        .addJavadoc("Every method of the service, in order of appearance.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(ParameterizedTypeName.get(ClassName.get(List.class), any))
                        .addStatement("return $T.of($L)", List.class, CodeBlock.join(constants, ", "))
                        .build())
                .build();
    }

    private FieldSpec constant(Rpc rpc, String constant) {
        ClassName request = generation.names().of(rpc.request());
        ClassName response = generation.names().of(rpc.response());
        ClassName kind = Runtime.RPC.nestedClass(kind(rpc));
        FieldSpec.Builder field = FieldSpec.builder(
                        ParameterizedTypeName.get(kind, request, response),
                        constant,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(generation.javadocs().of(rpc))
                .initializer(
                        "new $T<>($S, $S, $T.TYPE, $T.TYPE)",
                        kind,
                        rpc.service().fullName(),
                        rpc.name(),
                        request,
                        response);
        if (Javadocs.isDeprecated(rpc)) {
            field.addAnnotation(Deprecated.class);
        }
        return field.build();
    }

    private static String kind(Rpc rpc) {
        if (rpc.isClientStreaming()) {
            return rpc.isServerStreaming() ? "Bidirectional" : "ClientStreaming";
        }
        return rpc.isServerStreaming() ? "ServerStreaming" : "Unary";
    }
}
