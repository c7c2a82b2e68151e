package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the builder of a message. It changes a message that nobody else has seen; building hands that over, and the next
 * change works on a copy.
 */
final class BuilderEmitter {
    private final MessageModel message;
    private final SealEmitter seal;
    private final boolean checked;
    private final ClassName name;

    /** Prepares to write; {@code checked} tells whether there may be required fields that are absent. */
    BuilderEmitter(MessageModel message, SealEmitter seal, boolean checked) {
        this.message = message;
        this.seal = seal;
        this.checked = checked;
        this.name = message.name().nestedClass("Builder");
    }

    TypeSpec emit() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addJavadoc("Builds {@link $T}. Not safe for several threads.\n", message.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(Runtime.BUILDER, message.name()))
                .addField(message.name(), "message", Modifier.PRIVATE)
                .addField(TypeName.BOOLEAN, "shared", Modifier.PRIVATE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(message.name(), "message")
                        .addParameter(TypeName.BOOLEAN, "shared")
                        .addStatement("this.message = message")
                        .addStatement("this.shared = shared")
                        .build())
                .addMethod(own());
        if (seal.hasMessages()) {
            spec.addField(TypeName.BOOLEAN, "merged", Modifier.PRIVATE);
        }
        SetterEmitter setters = new SetterEmitter(name);
        message.fields().forEach(member -> spec.addMethods(setters.emit(member)));
        message.oneofs().forEach(oneof -> spec.addMethod(setters.oneof(oneof)));
        if (message.isExtendable()) {
            ExtensionEmitter.setters(message.name(), name).forEach(spec::addMethod);
        }
        return spec.addMethod(mergeFromWire())
                .addMethod(mergeFromJson())
                .addMethod(MethodSpec.methodBuilder("mergeFrom")
                        .addJavadoc("Merges a message: fields present in it count, messages merge, lists grow.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name)
                        .addParameter(message.name(), "other")
                        .addStatement("return mergeFrom(new $T(other.toByteArray()))", Runtime.WIRE_READER)
                        .build())
                .addMethods(build())
                .build();
    }

    private MethodSpec own() {
        return MethodSpec.methodBuilder("own")
                .addModifiers(Modifier.PRIVATE)
                .returns(message.name())
                .beginControlFlow("if (this.shared)")
                .addStatement("this.message = new $T(this.message)", message.name())
                .addStatement("this.shared = false")
                .endControlFlow()
                .addStatement("return this.message")
                .build();
    }

    private MethodSpec mergeFromWire() {
        MethodSpec.Builder method = merging(Runtime.WIRE_READER);
        if (seal.hasMessages()) {
            method.addStatement("this.merged = true");
        }
        return method.addStatement("own().read(in)").addStatement("return this").build();
    }

    private MethodSpec.Builder merging(ClassName from) {
        return MethodSpec.methodBuilder("mergeFrom")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(from, "in");
    }

    private MethodSpec mergeFromJson() {
        Optional<ClassName> special = WellKnown.json(message.type());
        return merging(Runtime.JSON_READER)
                .addCode(
                        special.isPresent()
                                ? CodeBlock.of("$T.read(this, in);\n", special.get())
                                : CodeBlock.of("own().read(in);\n"))
                .addStatement("return this")
                .build();
    }

    private List<MethodSpec> build() {
        List<MethodSpec> methods = new ArrayList<>();
        if (checked) {
            methods.add(building("build")
                    .addStatement("return $T.complete(buildPartial())", Runtime.REQUIRED)
                    .build());
        }
        methods.add(building(checked ? "buildPartial" : "build")
                .beginControlFlow("if (!this.shared)")
                .addCode(seal.sealMessages("this.message", "this.merged", "this.merged = false"))
                .addStatement("this.message.sealLists()")
                .addStatement("this.shared = true")
                .addStatement("$T.storeStoreFence()", VarHandle.class)
                .endControlFlow()
                .addStatement("return this.message")
                .build());
        return methods;
    }

    private MethodSpec.Builder building(String method) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(message.name());
    }

    /** The constructor of the message that copies one. */
    MethodSpec copying(TypeSpec.Builder spec) {
        List<CodeBlock> fields = new ArrayList<>();
        for (int i = 0; i < message.presenceWords(); i++) {
            fields.add(CodeBlock.of("this.presence$L = from.presence$L;\n", i, i));
        }
        for (MemberField member : message.fields()) {
            if (member.shape() != MemberField.Shape.CASE) {
                fields.add(CodeBlock.of("$L = from.$N;\n", member.self(), member.name()));
            }
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            fields.add(CodeBlock.of("this.$N = from.$N;\n", oneof.name(), oneof.name()));
        }
        ParameterSpec from = ParameterSpec.builder(message.name(), "from").build();
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(from)
                .addCode(new Parts(fields).inSequence("copy", spec, from))
                .addStatement("this.unknownFields = from.unknownFields")
                .build();
    }
}
