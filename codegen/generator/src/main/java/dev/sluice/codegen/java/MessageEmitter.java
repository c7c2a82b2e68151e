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
import dev.sluice.schema.model.MessageType;
import java.lang.invoke.VarHandle;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class of a message, with its builder, its oneofs and the types nested in it. */
final class MessageEmitter {
    private static final String THROWS =
            "@throws dev.sluice.runtime.MalformedMessageException if there is no such message\n";

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
        boolean checked = generation.names().required().isIn(message.type());
        spec.addField(constant(name, "DEFAULT", CodeBlock.of("new $T()", name)).build())
                .addField(constant(
                                Runtime.messageType(name),
                                "TYPE",
                                CodeBlock.of(
                                        "new $T<>($S, DEFAULT)",
                                        Runtime.MESSAGE_TYPE,
                                        message.type().fullName()))
                        .addJavadoc("What is common to all messages of this class.\n")
                        .build());
        if (WellKnown.json(message.type()).isEmpty() && !WellKnown.isWrapper(message.type())) {
            spec.addField(json.names(spec));
        }
        ExtensionEmitter extensions = new ExtensionEmitter(generation);
        extensions.constants(message.type().extensions()).forEach(spec::addField);
        addState(spec);
        SealEmitter seal = new SealEmitter(message);
        BuilderEmitter builder = new BuilderEmitter(message, seal, checked);
        spec.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(builder.copying(spec));
        AccessorEmitter accessors = new AccessorEmitter(javadocs);
        message.fields().forEach(member -> spec.addMethods(accessors.emit(member)));
        message.oneofs().forEach(oneof -> spec.addMethod(accessors.oneof(oneof)));
        if (message.isExtendable()) {
            ExtensionEmitter.accessors(name).forEach(spec::addMethod);
        }
        addFactories(spec, checked, seal);
        WireEmitter wire = new WireEmitter(message);
        spec.addMethod(wire.writeTo(spec)).addMethod(json.writeTo(spec)).addMethod(wire.read(spec));
        if (WellKnown.json(message.type()).isEmpty()) {
            spec.addMethod(json.read(spec));
        }
        seal.emit(spec);
        if (checked) {
            spec.addMethod(new RequiredEmitter(message).missing(spec));
        }
        generation.rules().emit(message, spec);
        new IdentityEmitter(message).emit(spec);
        spec.addType(builder.emit());
        OneofEmitter oneofs = new OneofEmitter(javadocs);
        message.oneofs().forEach(oneof -> spec.addType(oneofs.emit(oneof)));
        addNested(spec);
        return spec.build();
    }

    private static FieldSpec.Builder constant(TypeName type, String constant, CodeBlock value) {
        FieldSpec.Builder field = FieldSpec.builder(type, constant, Modifier.STATIC, Modifier.FINAL);
        return field.addModifiers(constant.equals("TYPE") ? Modifier.PUBLIC : Modifier.PRIVATE)
                .initializer(value);
    }

    private void addState(TypeSpec.Builder spec) {
        for (int i = 0; i < message.presenceWords(); i++) {
            spec.addField(TypeName.INT, "presence" + i, Modifier.PRIVATE);
        }
        for (MemberField member : message.fields()) {
            if (member.shape() != MemberField.Shape.CASE) {
                TypeName type = member.isNullable()
                        ? member.stored()
                                .annotated(
                                        AnnotationSpec.builder(Runtime.NULLABLE).build())
                        : member.stored();
                FieldSpec.Builder field = FieldSpec.builder(type, member.name(), Modifier.PRIVATE);
                if (!member.isNullable() && !isJavaDefault(member)) {
                    field.initializer(member.absent());
                }
                spec.addField(field.build());
            }
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            spec.addField(FieldSpec.builder(oneof.type(), oneof.name(), Modifier.PRIVATE)
                    .initializer("$T.NOT_SET", oneof.type())
                    .build());
        }
        spec.addField(FieldSpec.builder(Runtime.UNKNOWN_FIELDS, "unknownFields", Modifier.PRIVATE)
                .initializer("$T.NONE", Runtime.UNKNOWN_FIELDS)
                .build());
    }

    private static boolean isJavaDefault(MemberField member) {
        return Set.of("0", "0L", "false", "0.0", "0.0f")
                .contains(member.absent().toString());
    }

    private void addFactories(TypeSpec.Builder spec, boolean checked, SealEmitter seal) {
        ClassName builder = name.nestedClass("Builder");
        spec.addMethod(overriding("schemaType", Runtime.messageType(name))
                        .addStatement("return TYPE")
                        .build())
                .addMethod(overriding("unknownFields", Runtime.UNKNOWN_FIELDS)
                        .addStatement("return this.unknownFields")
                        .build())
                .addMethod(overriding("toBuilder", builder)
                        .addStatement("return new Builder(this, true)")
                        .build())
                .addMethod(factory("defaultInstance", name, "The message without any field.\n")
                        .addStatement("return DEFAULT")
                        .build())
                .addMethod(factory("builder", builder, "A builder without any field.\n")
                        .addStatement("return new Builder(new $T(), false)", name)
                        .build());
        MethodSpec.Builder parse = factory("parseFrom", name, "Reads a message in protobuf wire form.\n\n" + THROWS)
                .addParameter(ArrayTypeName.of(TypeName.BYTE), "bytes");
        spec.addMethod(
                checked
                        ? parse.addStatement("return TYPE.parseFrom(bytes)").build()
                        : parse.addStatement("return readFrom(new $T(bytes))", Runtime.WIRE_READER)
                                .build());
        spec.addMethod(factory(
                        "readFrom",
                        name,
                        "Reads the message that {@code in} stands at, to its end"
                                + (checked ? "; required fields may be absent" : "")
                                + ".\n\n"
                                + THROWS)
                .addParameter(Runtime.WIRE_READER, "in")
                .addStatement("$T message = new $T()", name, name)
                .addStatement("message.read(in)")
                .addCode(seal.sealMessages("message", "in.hasMerged()"))
                .addStatement("message.sealLists()")
                .addStatement("$T.storeStoreFence()", VarHandle.class)
                .addStatement("return message")
                .build());
        spec.addMethod(factory(
                        "fromJson",
                        name,
                        "Reads a message in proto3 JSON; members that the schema does not declare are refused.\n\n"
                                + THROWS)
                .addParameter(Runtime.STRING, "json")
                .addStatement("return TYPE.fromJson(json, $T.STANDARD)", Runtime.JSON_OPTIONS)
                .build());
        spec.addMethod(factory("fromJson", name, "Reads a message in proto3 JSON.\n\n" + THROWS)
                .addParameter(Runtime.STRING, "json")
                .addParameter(Runtime.UNKNOWN_MEMBERS, "unknown")
                .addStatement("return TYPE.fromJson(json, $T.STANDARD.with(unknown))", Runtime.JSON_OPTIONS)
                .build());
    }

    private static MethodSpec.Builder overriding(String method, TypeName returns) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns);
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
