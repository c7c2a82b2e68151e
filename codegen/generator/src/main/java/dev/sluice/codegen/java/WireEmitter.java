package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the protobuf wire codec of a message: {@code writeTo} of the class, {@code mergeFrom} of the builder. */
final class WireEmitter {
    private final MessageModel message;

    WireEmitter(MessageModel message) {
        this.message = message;
    }

    MethodSpec writeTo() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.unknownFields(this.unknownFields)");
        List<MemberField> fields = message.byNumber();
        for (int i = fields.size() - 1; i >= 0; i--) {
            code.add(write(fields.get(i)));
        }
        return MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.WIRE_WRITER, "out")
                .addCode(code.build())
                .build();
    }

    private static CodeBlock write(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        int number = member.number();
        switch (member.shape()) {
            case SINGULAR ->
                code.beginControlFlow("if ($L)", member.isPresent())
                        .add(member.value().toWire(member.self(), number));
            case REPEATED -> {
                if (member.field().isPacked()) {
                    return writePacked(member);
                }
                code.beginControlFlow("for (int i = $L.size() - 1; i >= 0; i--)", member.self())
                        .add(member.value().toWire(CodeBlock.of("$L.get(i)", member.self()), number));
            }
            case MAP ->
                code.beginControlFlow(
                                "for ($T entry : $T.reversed($L))", entry(member), Runtime.ELEMENTS, member.self())
                        .addStatement("int before = out.size()")
                        .add(member.value().toWire(CodeBlock.of("entry.getValue()"), 2))
                        .add(member.keyCode().toWire(CodeBlock.of("entry.getKey()"), 1))
                        .addStatement("out.lengthAndTag(before, $L)", number << 3 | 2);
            case CASE ->
                code.beginControlFlow("if ($L present)", member.isPresent())
                        .add(member.value()
                                .toWire(
                                        CodeBlock.of(member.isConverted() ? "present.number()" : "present.value()"),
                                        number));
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock writePacked(MemberField member) {
        return CodeBlock.builder()
                .beginControlFlow("if (!$L.isEmpty())", member.self())
                .addStatement("int before = out.size()")
                .beginControlFlow("for (int i = $L.size() - 1; i >= 0; i--)", member.self())
                .add(member.value().toPacked(CodeBlock.of("$L.get(i)", member.self())))
                .endControlFlow()
                .addStatement("out.lengthAndTag(before, $L)", member.number() << 3 | 2)
                .endControlFlow()
                .build();
    }

    static TypeName entry(MemberField member) {
        return ParameterizedTypeName.get(
                ClassName.get(Map.Entry.class),
                member.keyCode().stored().box(),
                member.value().stored().box());
    }

    MethodSpec mergeFrom(ClassName builder) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("int tag")
                .beginControlFlow("while ((tag = in.tag()) != 0)")
                .beginControlFlow("switch (tag)");
        for (MemberField member : message.byNumber()) {
            code.add(read(member));
        }
        code.addStatement("default -> this.unknownFields = in.unknown(tag, this.unknownFields)")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return this");
        return MethodSpec.methodBuilder("mergeFrom")
                .addJavadoc(
                        "Merges the message that {@code in} stands at: the last value of a field counts, messages merge,"
                                + " lists grow.\n\n"
                                + "@throws dev.sluice.runtime.MalformedMessageException if there is no such message\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(Runtime.WIRE_READER, "in")
                .addCode(code.build())
                .build();
    }

    private static CodeBlock read(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        int tag = member.value().tag(member.number());
        switch (member.shape()) {
            case SINGULAR, CASE -> {
                code.beginControlFlow("case $L ->", tag);
                if (member.value() instanceof ValueCode.Sub sub) {
                    code.add(sub.enter(member.number()))
                            .add(readMessage(member, sub))
                            .addStatement("in.leave(outer)");
                } else {
                    code.add(store(member));
                }
                code.endControlFlow();
            }
            case REPEATED -> {
                code.beginControlFlow("case $L ->", tag);
                if (member.value() instanceof ValueCode.Sub sub) {
                    code.add(sub.enter(member.number())).add(store(member)).addStatement("in.leave(outer)");
                } else {
                    code.add(store(member));
                }
                code.endControlFlow();
                if (member.field().type().isPackable()) {
                    code.beginControlFlow("case $L ->", member.number() << 3 | 2)
                            .addStatement("long outer = in.enterPacked()")
                            .beginControlFlow("while (in.hasMore())")
                            .add(store(member))
                            .endControlFlow()
                            .addStatement("in.leavePacked(outer)")
                            .endControlFlow();
                }
            }
            case MAP -> code.add(readEntry(member));
        }
        return code.build();
    }

    private static CodeBlock store(MemberField member) {
        String setter = setter(member);
        if (member.value() instanceof ValueCode.EnumCode enumCode && enumCode.closed()) {
            return CodeBlock.builder()
                    .addStatement("int number = in.enumNumber()")
                    .beginControlFlow("if ($T.names().declares(number))", enumCode.type())
                    .addStatement("$L(number)", setter)
                    .nextControlFlow("else")
                    .addStatement(
                            "this.unknownFields = $T.addVarint(this.unknownFields, $L, number)",
                            Runtime.COLLECTOR,
                            member.number())
                    .endControlFlow()
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("$L($L)", setter, member.value().fromWire())
                .build();
    }

    private static String setter(MemberField member) {
        String value = member.isConverted() ? "Value" : "";
        return member.shape() == MemberField.Shape.REPEATED ? "add" + member.capital() + value : member.name() + value;
    }

    private static CodeBlock readMessage(MemberField member, ValueCode.Sub sub) {
        if (member.shape() == MemberField.Shape.CASE) {
            return CodeBlock.builder()
                    .addStatement(
                            "$T.Builder merged = $L present ? present.value().toBuilder() : $T.builder()",
                            sub.type(),
                            member.isPresent(),
                            sub.type())
                    .addStatement("$N(merged.mergeFrom(in).build())", member.name())
                    .build();
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.Builder merged = $L == null ? $T.builder() : $L.toBuilder()",
                        sub.type(),
                        member.self(),
                        sub.type(),
                        member.self())
                .addStatement("$L = merged.mergeFrom(in).build()", member.self())
                .build();
    }

    private static CodeBlock readEntry(MemberField member) {
        ValueCode key = member.keyCode();
        ValueCode value = member.value();
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("case $L ->", member.number() << 3 | 2)
                .addStatement("long outer = in.enterMessage()")
                .addStatement("$T key = $L", key.stored(), key.absent())
                .addStatement(
                        "$T value = $L",
                        value.stored(),
                        value.isMessage() ? CodeBlock.of("$T.defaultInstance()", value.type()) : value.absent())
                .addStatement("int part")
                .beginControlFlow("while ((part = in.tag()) != 0)")
                .beginControlFlow("switch (part)")
                .addStatement("case $L -> key = $L", key.tag(1), key.fromWire());
        if (value.isMessage()) {
            code.beginControlFlow("case $L ->", value.tag(2))
                    .addStatement("long entry = in.enterMessage()")
                    .addStatement("value = value.toBuilder().mergeFrom(in).build()")
                    .addStatement("in.leave(entry)")
                    .endControlFlow();
        } else {
            code.addStatement("case $L -> value = $L", value.tag(2), value.fromWire());
        }
        return code.addStatement("default -> in.skip(part)")
                .endControlFlow()
                .endControlFlow()
                .addStatement("in.leave(outer)")
                .addStatement("put$L$L(key, value)", member.capital(), member.isConverted() ? "Value" : "")
                .endControlFlow()
                .build();
    }
}
