package dev.sluice.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.schema.descriptor.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the JSON codec of a message: its names, {@code writeTo} and {@code read}. */
final class JsonEmitter {
    /** How many fields' names one method makes. */
    private static final int NAMES_OF_METHOD = 500;

    private final MessageModel message;

    JsonEmitter(MessageModel message) {
        this.message = message;
    }

    FieldSpec names(TypeSpec.Builder spec) {
        CodeBlock.Builder made = CodeBlock.builder();
        if (message.fields().size() <= NAMES_OF_METHOD) {
            made.add("$T.of($L)", Runtime.JSON_NAMES, names(message.fields()));
        } else {
            List<CodeBlock> calls = new ArrayList<>();
            for (int i = 0; i < message.fields().size(); i += NAMES_OF_METHOD) {
                String method = Parts.part("names", i / NAMES_OF_METHOD);
                calls.add(CodeBlock.of("$L()", method));
                spec.addMethod(MethodSpec.methodBuilder(method)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(ArrayTypeName.of(Runtime.STRING))
                        .addStatement(
                                "return new $T[] {$L}",
                                Runtime.STRING,
                                names(message.fields()
                                        .subList(i, Math.min(message.fields().size(), i + NAMES_OF_METHOD))))
                        .build());
            }
            made.add("$T.joined($L)", Runtime.JSON_NAMES, CodeBlock.join(calls, ", "));
        }
        List<CodeBlock> takingNull = message.fields().stream()
                .filter(JsonEmitter::takesNull)
                .map(member -> CodeBlock.of("$L", member.index()))
                .toList();
        if (!takingNull.isEmpty()) {
            made.add(".takingNull($L)", CodeBlock.join(takingNull, ", "));
        }
        if (message.isExtendable()) {
            made.add(".extendable($S)", message.type().fullName());
        }
        return FieldSpec.builder(Runtime.JSON_NAMES, "JSON", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(made.build())
                .build();
    }

    private static CodeBlock names(List<MemberField> fields) {
        return fields.stream()
                .map(member -> CodeBlock.of(
                        "$L, $S",
                        Literals.string(member.field().jsonName()),
                        member.field().name()))
                .collect(CodeBlock.joining(",\n"));
    }

    /** Whether null is a value of the field rather than its absence. */
    private static boolean takesNull(MemberField member) {
        if (member.isCollection()) {
            return false;
        }
        return member.field().message().filter(WellKnown::takesNull).isPresent()
                || member.field()
                        .enumType()
                        .filter(type -> type.fullName().equals("google.protobuf.NullValue"))
                        .isPresent();
    }

    MethodSpec writeTo(TypeSpec.Builder spec) {
        ParameterSpec out = ParameterSpec.builder(Runtime.JSON_WRITER, "out").build();
        MethodSpec.Builder method = MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(out);
        Optional<ClassName> special = WellKnown.json(message.type());
        if (special.isPresent()) {
            return method.addStatement("$T.write(this, out)", special.get()).build();
        }
        if (WellKnown.isWrapper(message.type())) {
            MemberField value = message.fields().get(0);
            return method.addCode(value.value().toJson(value.self())).build();
        }
        List<CodeBlock> fields =
                message.fields().stream().map(JsonEmitter::write).toList();
        method.addStatement("out.beginObject()").addCode(new Parts(fields).inSequence("write", spec, out));
        if (message.isExtendable()) {
            method.addStatement(
                    "out.extensions($S, this.unknownFields)", message.type().fullName());
        }
        return method.addStatement("out.endObject()").build();
    }

    private static CodeBlock write(MemberField member) {
        String condition = member.hasPresence() ? "if ($L$L)" : "if (out.writesDefaults() || $L$L)";
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        condition, member.isPresent(), member.shape() == MemberField.Shape.CASE ? " present" : "")
                .addStatement("out.member(JSON, $L)", member.index());
        boolean redacted = member.isRedacted();
        if (redacted) {
            code.beginControlFlow("if (out.redacts())")
                    .addStatement("out.redacted()")
                    .nextControlFlow("else");
        }
        ValueCode value = member.value();
        switch (member.shape()) {
            case SINGULAR -> code.add(value.toJson(member.self()));
            case CASE -> code.add(value.toJson(member.inCase()));
            case REPEATED ->
                code.addStatement("out.beginList()")
                        .beginControlFlow("for (int i = 0; i < $L.size(); i++)", member.self())
                        .addStatement("out.element()")
                        .add(value.toJson(CodeBlock.of("$L.$L(i)", member.self(), value.element())))
                        .endControlFlow()
                        .addStatement("out.endList()");
            case MAP ->
                code.addStatement("out.beginObject()")
                        .beginControlFlow("for (int i = 0; i < $L.size(); i++)", member.self())
                        .addStatement(writeKey(keyType(member), CodeBlock.of("$L.keyAt(i)", member.self())))
                        .add(value.toJson(CodeBlock.of("$L.valueAt(i)", member.self())))
                        .endControlFlow()
                        .addStatement("out.endObject()");
        }
        if (redacted) {
            code.endControlFlow();
        }
        return code.endControlFlow().build();
    }

    private static FieldType keyType(MemberField member) {
        return member.field().message().orElseThrow().field(1).orElseThrow().type();
    }

    private static CodeBlock writeKey(FieldType type, CodeBlock key) {
        return switch (type) {
            case UINT32, FIXED32 -> CodeBlock.of("out.key($L & 0xffffffffL)", key);
            case UINT64, FIXED64 -> CodeBlock.of("out.unsignedKey($L)", key);
            case BOOL,
                    STRING,
                    INT32,
                    INT64,
                    SINT32,
                    SINT64,
                    SFIXED32,
                    SFIXED64,
                    DOUBLE,
                    FLOAT,
                    BYTES,
                    ENUM,
                    MESSAGE,
                    GROUP -> CodeBlock.of("out.key($L)", key);
        };
    }

    MethodSpec read(TypeSpec.Builder spec) {
        ParameterSpec in = ParameterSpec.builder(Runtime.JSON_READER, "in").build();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("read").addModifiers(Modifier.PRIVATE).addParameter(in);
        if (WellKnown.isWrapper(message.type())) {
            return method.addCode(read(message.fields().get(0))).build();
        }
        method.addStatement("in.beginMessage(JSON)").addStatement("int field");
        List<CodeBlock> fields = new ArrayList<>();
        for (MemberField member : message.fields()) {
            fields.add(CodeBlock.builder()
                    .beginControlFlow("case $L ->", member.index())
                    .add(read(member))
                    .endControlFlow()
                    .build());
        }
        ParameterSpec field = ParameterSpec.builder(TypeName.INT, "field").build();
        CodeBlock otherwise = message.isExtendable()
                ? CodeBlock.of("this.unknownFields = in.extension(this.unknownFields)")
                : CodeBlock.of("throw new $T()", AssertionError.class);
        return method.beginControlFlow("while ((field = in.nextField()) != $T.END)", Runtime.JSON_READER)
                .addCode(
                        fields.isEmpty()
                                ? CodeBlock.of("$L;\n", otherwise)
                                : new Parts(fields).inSwitch("read", spec, field, in, otherwise))
                .endControlFlow()
                .build();
    }

    private static CodeBlock read(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        switch (member.shape()) {
            case SINGULAR -> code.add(readValue(member));
            case CASE ->
                code.beginControlFlow(
                                "if (this.$N != $T.NOT_SET)",
                                member.oneofCase().name(),
                                member.oneofCase().type().enclosingClassName())
                        .addStatement("throw in.malformed($S)", "a second case of one oneof")
                        .endControlFlow()
                        .add(readValue(member));
            case REPEATED ->
                code.addStatement("in.beginList()")
                        .beginControlFlow("while (in.nextElement())")
                        .add(readValue(member))
                        .endControlFlow();
            case MAP ->
                code.addStatement("in.beginMap()")
                        .beginControlFlow("while (in.nextEntry())")
                        .addStatement(
                                "$T key = in.$LKey()",
                                member.keyCode().stored(),
                                Scalar.of(keyType(member), false).json())
                        .beginControlFlow("if ($L.containsKey(key))", member.self())
                        .addStatement("throw in.malformed($S)", "this key is there twice")
                        .endControlFlow()
                        .add(readValue(member))
                        .endControlFlow();
        }
        return code.build();
    }

    private static CodeBlock readValue(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (member.value() instanceof ValueCode.EnumCode enumCode) {
            return code.addStatement(
                            "long number = in.$L($T.names())",
                            enumCode.closed() ? "closedEnumNumber" : "enumNumber",
                            enumCode.type())
                    .beginControlFlow("if (number != $T.IGNORED)", Runtime.JSON_READER)
                    .add(store(member, CodeBlock.of("(int) number")))
                    .endControlFlow()
                    .build();
        }
        CodeBlock value = member.value() instanceof ValueCode.ScalarCode scalar
                ? CodeBlock.of("in.$L()", scalar.scalar().json())
                : ((ValueCode.Sub) member.value()).fromJson();
        return store(member, value);
    }

    private static CodeBlock store(MemberField member, CodeBlock value) {
        if (member.shape() == MemberField.Shape.MAP) {
            return CodeBlock.builder()
                    .addStatement("$L = $L.plus(key, $L)", member.self(), member.self(), value)
                    .build();
        }
        return member.store(value);
    }
}
