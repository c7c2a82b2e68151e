package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;
import javax.lang.model.element.Modifier;

/** Writes the JSON codec of a message: its names, {@code writeTo} of the class, {@code mergeFrom} of the builder. */
final class JsonEmitter {
    private final MessageModel message;

    JsonEmitter(MessageModel message) {
        this.message = message;
    }

    FieldSpec names() {
        CodeBlock.Builder names = CodeBlock.builder();
        for (MemberField member : message.fields()) {
            Field field = member.field();
            names.add(member.index() == 0 ? "$S, $S" : ",\n$S, $S", field.jsonName(), field.name());
        }
        return FieldSpec.builder(Runtime.JSON_NAMES, "JSON", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", Runtime.JSON_NAMES, names.build())
                .build();
    }

    MethodSpec writeTo() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.beginObject()");
        for (MemberField member : message.fields()) {
            code.add(write(member));
        }
        return MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.JSON_WRITER, "out")
                .addCode(code.addStatement("out.endObject()").build())
                .build();
    }

    private static CodeBlock write(MemberField member) {
        String condition = member.hasPresence() ? "if ($L$L)" : "if (out.writesDefaults() || $L$L)";
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        condition, member.isPresent(), member.shape() == MemberField.Shape.CASE ? " present" : "")
                .addStatement("out.member(JSON, $L)", member.index());
        ValueCode value = member.value();
        switch (member.shape()) {
            case SINGULAR -> code.add(value.toJson(member.self()));
            case CASE ->
                code.add(value.toJson(CodeBlock.of(member.isConverted() ? "present.number()" : "present.value()")));
            case REPEATED ->
                code.addStatement("out.beginList()")
                        .beginControlFlow("for ($T element : $L)", value.stored(), member.self())
                        .addStatement("out.element()")
                        .add(value.toJson(CodeBlock.of("element")))
                        .endControlFlow()
                        .addStatement("out.endList()");
            case MAP ->
                code.addStatement("out.beginObject()")
                        .beginControlFlow("for ($T entry : $L.entrySet())", WireEmitter.entry(member), member.self())
                        .addStatement(writeKey(keyType(member)))
                        .add(value.toJson(CodeBlock.of("entry.getValue()")))
                        .endControlFlow()
                        .addStatement("out.endObject()");
        }
        return code.endControlFlow().build();
    }

    private static FieldType keyType(MemberField member) {
        return member.field().message().orElseThrow().field(1).orElseThrow().type();
    }

    private static CodeBlock writeKey(FieldType type) {
        return switch (type) {
            case UINT32, FIXED32 -> CodeBlock.of("out.key(entry.getKey() & 0xffffffffL)");
            case UINT64, FIXED64 -> CodeBlock.of("out.unsignedKey(entry.getKey())");
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
                    GROUP -> CodeBlock.of("out.key(entry.getKey())");
        };
    }

    MethodSpec mergeFrom(ClassName builder) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("in.beginMessage(JSON)");
        if (message.fields().isEmpty()) {
            code.addStatement("in.nextField()");
        } else {
            code.addStatement("int field")
                    .beginControlFlow("while ((field = in.nextField()) >= 0)")
                    .beginControlFlow("switch (field)");
            for (MemberField member : message.fields()) {
                code.beginControlFlow("case $L ->", member.index())
                        .add(read(member))
                        .endControlFlow();
            }
            code.addStatement("default -> throw new $T()", AssertionError.class)
                    .endControlFlow()
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder("mergeFrom")
                .addJavadoc("Reads the JSON object that {@code in} stands at into this builder, which must be new.\n\n"
                        + "@throws dev.sluice.runtime.MalformedMessageException if there is no such message\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(Runtime.JSON_READER, "in")
                .addCode(code.addStatement("return this").build())
                .build();
    }

    private static CodeBlock read(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        switch (member.shape()) {
            case SINGULAR -> code.add(store(member, member.name(), ""));
            case CASE ->
                code.beginControlFlow(
                                "if (this.$N != $T.NOT_SET)",
                                member.oneofCase().name(),
                                member.oneofCase().type().enclosingClassName())
                        .addStatement("throw in.malformed($S)", "a second case of one oneof")
                        .endControlFlow()
                        .add(store(member, member.name(), ""));
            case REPEATED ->
                code.addStatement("in.beginList()")
                        .beginControlFlow("while (in.nextElement())")
                        .add(store(member, "add" + member.capital(), ""))
                        .endControlFlow();
            case MAP ->
                code.addStatement("in.beginMap()")
                        .beginControlFlow("while (in.nextEntry())")
                        .addStatement(
                                "$T key = in.$LKey()",
                                member.keyCode().stored(),
                                Scalar.of(keyType(member)).json())
                        .beginControlFlow("if ($L.containsKey(key))", member.self())
                        .addStatement("throw in.malformed($S)", "this key is there twice")
                        .endControlFlow()
                        .add(store(member, "put" + member.capital(), "key, "))
                        .endControlFlow();
        }
        return code.build();
    }

    private static CodeBlock store(MemberField member, String setter, String key) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (member.value() instanceof ValueCode.EnumCode enumCode) {
            return code.addStatement("long number = in.enumNumber($T.names())", enumCode.type())
                    .beginControlFlow("if (number != $T.IGNORED)", Runtime.JSON_READER)
                    .addStatement("$LValue($L(int) number)", setter, key)
                    .endControlFlow()
                    .build();
        }
        CodeBlock value = member.value() instanceof ValueCode.ScalarCode scalar
                ? CodeBlock.of("in.$L()", scalar.scalar().json())
                : member.value().fromWire();
        return code.addStatement("$L($L$L)", setter, key, value).build();
    }
}
