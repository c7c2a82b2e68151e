package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class of a message, with its builder, its oneofs and the types nested in it. */
final class MessageEmitter {
    private final MessageModel message;
    private final Generation generation;
    private final ClassName name;
    private final Javadocs javadocs;

    MessageEmitter(MessageModel message, Generation generation) {
        this.message = message;
        this.generation = generation;
        this.name = message.name();
        this.javadocs = generation.javadocs();
    }

    TypeSpec emit() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Runtime.MESSAGE)
                .addJavadoc(javadocs.of(message.type()))
                .addAnnotation(AnnotationSpec.builder(Runtime.GENERATED_FROM)
                        .addMember("value", "$S", message.type().fullName())
                        .build());
        if (Javadocs.isDeprecated(message.type())) {
            spec.addAnnotation(Deprecated.class);
        }
        if (message.type().parent().isPresent()) {
            spec.addModifiers(Modifier.STATIC);
        }
        JsonEmitter json = new JsonEmitter(message);
        spec.addField(FieldSpec.builder(name, "DEFAULT", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new Builder().build()")
                        .build())
                .addField(json.names());
        addState(spec);
        spec.addMethod(constructor());
        AccessorEmitter accessors = new AccessorEmitter(javadocs);
        message.fields().forEach(member -> spec.addMethods(accessors.emit(member)));
        message.oneofs().forEach(oneof -> spec.addMethod(accessors.oneof(oneof)));
        addFactories(spec);
        spec.addMethod(new WireEmitter(message).writeTo()).addMethod(json.writeTo());
        generation.rules().emit(message, spec);
        new IdentityEmitter(message).emit(spec);
        spec.addType(new BuilderEmitter(message).emit());
        OneofEmitter oneofs = new OneofEmitter(javadocs);
        message.oneofs().forEach(oneof -> spec.addType(oneofs.emit(oneof)));
        addNested(spec);
        return spec.build();
    }

    private void addState(TypeSpec.Builder spec) {
        for (int i = 0; i < message.presenceWords(); i++) {
            spec.addField(TypeName.INT, "presence" + i, Modifier.PRIVATE, Modifier.FINAL);
        }
        for (MemberField member : message.fields()) {
            if (member.shape() != MemberField.Shape.CASE) {
                FieldSpec.Builder field =
                        FieldSpec.builder(member.stored(), member.name(), Modifier.PRIVATE, Modifier.FINAL);
                if (member.isNullable()) {
                    field.addAnnotation(Runtime.NULLABLE);
                }
                spec.addField(field.build());
            }
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            spec.addField(oneof.type(), oneof.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
        spec.addField(Runtime.UNKNOWN_FIELDS, "unknownFields", Modifier.PRIVATE, Modifier.FINAL);
    }

    private MethodSpec constructor() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < message.presenceWords(); i++) {
            code.addStatement("this.presence$L = from.presence$L", i, i);
        }
        for (MemberField member : message.fields()) {
            switch (member.shape()) {
                case SINGULAR -> code.addStatement("$L = from.$N", member.self(), member.name());
                case REPEATED -> code.addStatement("$L = $T.copyOf(from.$N)", member.self(), List.class, member.name());
                case MAP ->
                    code.addStatement("$L = $T.copyOf(from.$N)", member.self(), Runtime.ELEMENTS, member.name());
                case CASE -> {}
            }
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            code.addStatement("this.$N = from.$N", oneof.name(), oneof.name());
        }
        code.addStatement(
                "this.unknownFields = from.unknownFields == null ? $T.NONE : from.unknownFields.fields()",
                Runtime.UNKNOWN_FIELDS);
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(name.nestedClass("Builder"), "from")
                .addCode(code.build())
                .build();
    }

    private void addFactories(TypeSpec.Builder spec) {
        ClassName builder = name.nestedClass("Builder");
        spec.addMethod(MethodSpec.methodBuilder("unknownFields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.UNKNOWN_FIELDS)
                .addStatement("return this.unknownFields")
                .build());
        spec.addMethod(factory("defaultInstance", name, "The message without any field.\n")
                .addStatement("return DEFAULT")
                .build());
        spec.addMethod(factory("builder", builder, "A builder without any field.\n")
                .addStatement("return new Builder()")
                .build());
        spec.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("A builder with the fields of this message.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("return new Builder(this)")
                .build());
        spec.addMethod(factory(
                        "parseFrom",
                        name,
                        "Reads a message in protobuf wire form.\n\n"
                                + "@throws dev.sluice.runtime.MalformedMessageException if there is no such message\n")
                .addParameter(ArrayTypeName.of(TypeName.BYTE), "bytes")
                .addStatement("return new Builder().mergeFrom(new $T(bytes)).build()", Runtime.WIRE_READER)
                .build());
        spec.addMethod(factory(
                        "fromJson",
                        name,
                        "Reads a message in proto3 JSON; members that the schema does not declare are refused.\n\n"
                                + "@throws dev.sluice.runtime.MalformedMessageException if there is no such message\n")
                .addParameter(Runtime.STRING, "json")
                .addStatement("return fromJson(json, $T.REFUSE)", Runtime.UNKNOWN_MEMBERS)
                .build());
        spec.addMethod(factory(
                        "fromJson",
                        name,
                        "Reads a message in proto3 JSON.\n\n"
                                + "@throws dev.sluice.runtime.MalformedMessageException if there is no such message\n")
                .addParameter(Runtime.STRING, "json")
                .addParameter(Runtime.UNKNOWN_MEMBERS, "unknown")
                .addStatement("$T in = new $T(json, unknown)", Runtime.JSON_READER, Runtime.JSON_READER)
                .addStatement("Builder read = new Builder().mergeFrom(in)")
                .addStatement("in.endDocument()")
                .addStatement("return read.build()")
                .build());
    }

    private static MethodSpec.Builder factory(String method, TypeName returns, String javadoc) {
        return MethodSpec.methodBuilder(method)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(returns);
    }

    private void addNested(TypeSpec.Builder spec) {
        for (MessageType nested : message.type().messages()) {
            if (!nested.isMapEntry()) {
                spec.addType(new MessageEmitter(MessageModel.of(nested, generation.names()), generation).emit());
            }
        }
        for (EnumType nested : message.type().enums()) {
            spec.addType(new EnumEmitter(nested, generation.names().of(nested), javadocs)
                    .emit().toBuilder().addModifiers(Modifier.STATIC).build());
        }
    }
}
