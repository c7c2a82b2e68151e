package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the protobuf wire codec of a message: {@code writeTo} and {@code read}. */
final class WireEmitter {
    private final MessageModel message;

    WireEmitter(MessageModel message) {
        this.message = message;
    }

    MethodSpec writeTo(TypeSpec.Builder spec) {
        List<CodeBlock> fields = new ArrayList<>();
        for (MemberField member : message.byNumber()) {
            fields.add(0, write(member));
        }
        ParameterSpec out = ParameterSpec.builder(Runtime.WIRE_WRITER, "out").build();
        ParameterSpec at = ParameterSpec.builder(TypeName.INT, "at").build();
        return MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addParameter(out)
                .addParameter(at)
                .addStatement("at = out.unknownFields(at, this.unknownFields)")
                .addCode(new Parts(fields).carrying(at, "write", spec, out))
                .addStatement("return at")
                .build();
    }

    private static CodeBlock write(MemberField member) {
        CodeBlock.Builder code = CodeBlock.builder();
        int number = member.number();
        switch (member.shape()) {
            case SINGULAR ->
                code.beginControlFlow("if ($L)", member.isPresent())
                        .addStatement("at = $L", member.value().toWire("at", member.self(), number));
            case REPEATED -> {
                if (member.field().isPacked()) {
                    return writePacked(member);
                }
                code.beginControlFlow("for (int i = $L.size() - 1; i >= 0; i--)", member.self())
                        .addStatement("at = $L", member.value().toWire("at", element(member), number));
            }
            case MAP ->
                code.beginControlFlow("for (int i = $L.size() - 1; i >= 0; i--)", member.self())
                        .addStatement("int before = out.size(at)")
                        .addStatement(
                                "at = $L", member.value().toWire("at", CodeBlock.of("$L.valueAt(i)", member.self()), 2))
                        .addStatement(
                                "at = $L", member.keyCode().toWire("at", CodeBlock.of("$L.keyAt(i)", member.self()), 1))
                        .addStatement("at = out.length(before, $L, at)", number << 3 | 2);
            case CASE ->
                code.beginControlFlow("if ($L present)", member.isPresent())
                        .addStatement("at = $L", member.value().toWire("at", member.inCase(), number));
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock writePacked(MemberField member) {
        return CodeBlock.builder()
                .beginControlFlow("if (!$L.isEmpty())", member.self())
                .addStatement("int before = out.size(at)")
                .beginControlFlow("for (int i = $L.size() - 1; i >= 0; i--)", member.self())
                .addStatement("at = $L", member.value().toPacked("at", element(member)))
                .endControlFlow()
                .addStatement("at = out.length(before, $L, at)", member.number() << 3 | 2)
                .endControlFlow()
                .build();
    }

    static TypeName entry(MemberField member) {
        return ParameterizedTypeName.get(
                ClassName.get(Map.Entry.class),
                member.keyCode().stored().box(),
                member.value().stored().box());
    }

    private static CodeBlock element(MemberField member) {
        return CodeBlock.of("$L.$L(i)", member.self(), member.value().element());
    }

    MethodSpec read(TypeSpec.Builder spec) {
        List<TagSwitch.Case> cases = new ArrayList<>();
        for (MemberField member : message.byNumber()) {
            addCases(member, cases);
        }
        ParameterSpec tag = ParameterSpec.builder(TypeName.INT, "tag").build();
        ParameterSpec in = ParameterSpec.builder(Runtime.WIRE_READER, "in").build();
        CodeBlock otherwise = CodeBlock.of("this.unknownFields = in.unknown(tag, this.unknownFields)");
        return MethodSpec.methodBuilder("read")
                .addAnnotation(TagSwitch.FALLS_THROUGH)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(in)
                .addStatement("int tag")
                .beginControlFlow("while ((tag = in.tag()) != 0)")
                .addCode(new TagSwitch(cases).code("read", spec, tag, in, otherwise))
                .endControlFlow()
                .build();
    }

    private static void addCases(MemberField member, List<TagSwitch.Case> cases) {
        int tag = member.value().tag(member.number());
        int lengthDelimited = member.number() << 3 | 2;
        switch (member.shape()) {
            case SINGULAR -> cases.add(new TagSwitch.Case(tag, false, true, readOne(member)));
            case CASE -> cases.add(new TagSwitch.Case(tag, false, isFirstCase(member), readOne(member)));
            case REPEATED -> {
                boolean packed = member.field().isPacked();
                cases.add(new TagSwitch.Case(tag, true, !packed, readOne(member)));
                if (member.field().type().isPackable()) {
                    cases.add(new TagSwitch.Case(lengthDelimited, false, packed, readPacked(member)));
                }
            }
            case MAP -> cases.add(new TagSwitch.Case(lengthDelimited, true, true, readEntry(member)));
        }
    }

    /** Whether it is the first of its oneof; a message has one of them. */
    private static boolean isFirstCase(MemberField member) {
        return member.field().oneof().orElseThrow().fields().stream()
                .noneMatch(other -> other.number() < member.number());
    }

    private static CodeBlock readOne(MemberField member) {
        if (member.value() instanceof ValueCode.Sub sub) {
            return CodeBlock.builder()
                    .add(sub.enter(member.number()))
                    .add(readMessage(member, sub))
                    .addStatement("in.leave(outer)")
                    .build();
        }
        return readValue(member);
    }

    private static CodeBlock readPacked(MemberField member) {
        return CodeBlock.builder()
                .addStatement("long outer = in.enterPacked()")
                .beginControlFlow("while (in.hasMore())")
                .add(readValue(member))
                .endControlFlow()
                .addStatement("in.leavePacked(outer)")
                .build();
    }

    private static CodeBlock readValue(MemberField member) {
        if (member.value() instanceof ValueCode.EnumCode enumCode && enumCode.closed()) {
            return CodeBlock.builder()
                    .addStatement("int number = in.enumNumber()")
                    .beginControlFlow("if ($T.names().declares(number))", enumCode.type())
                    .add(member.store(CodeBlock.of("number")))
                    .nextControlFlow("else")
                    .addStatement("this.unknownFields = this.unknownFields.plusVarint($L, number)", member.number())
                    .endControlFlow()
                    .build();
        }
        return member.store(member.value().fromWire());
    }

    private static CodeBlock readMessage(MemberField member, ValueCode.Sub sub) {
        if (member.shape() == MemberField.Shape.REPEATED) {
            return member.store(sub.fromWire());
        }
        if (member.shape() == MemberField.Shape.CASE) {
            return CodeBlock.builder()
                    .beginControlFlow("if ($L present)", member.isPresent())
                    .add(member.store(sub.merged(member.inCase())))
                    .nextControlFlow("else")
                    .add(member.store(sub.fromWire()))
                    .endControlFlow()
                    .build();
        }
        return member.store(
                CodeBlock.of("$L == null ? $L : $L", member.self(), sub.fromWire(), sub.merged(member.self())));
    }

    private static CodeBlock readEntry(MemberField member) {
        ValueCode key = member.keyCode();
        ValueCode value = member.value();
        boolean closed = value instanceof ValueCode.EnumCode enumCode && enumCode.closed();
        CodeBlock readKey = CodeBlock.of("key = $L;\n", key.fromWire());
        CodeBlock readValue = value instanceof ValueCode.Sub sub
                ? CodeBlock.builder()
                        .addStatement("long entry = in.enterMessage()")
                        .addStatement(
                                "value = value == null ? $L : $L", sub.fromWire(), sub.merged(CodeBlock.of("value")))
                        .addStatement("in.leave(entry)")
                        .build()
                : CodeBlock.of("value = $L;\n", value.fromWire());
        CodeBlock.Builder code = CodeBlock.builder();
        if (closed) {
            code.addStatement("int start = in.fieldStart()");
        }
        code.addStatement("long outer = in.enterMessage()")
                .addStatement("$T key = $L", key.stored(), key.absent())
                .addStatement("$T value = $L", entryValue(value), value.absent())
                .add(whereNext(key.tag(1), readKey))
                .add(whereNext(value.tag(2), readValue))
                .addStatement("int part")
                .beginControlFlow("while ((part = in.tag()) != 0)")
                .beginControlFlow("switch (part)")
                .add("case $L -> {\n$>$L$<}\n", key.tag(1), readKey)
                .add("case $L -> {\n$>$L$<}\n", value.tag(2), readValue)
                .addStatement("default -> in.skip(part)")
                .endControlFlow()
                .endControlFlow()
                .addStatement("in.leave(outer)");
        if (value instanceof ValueCode.Sub sub) {
            code.beginControlFlow("if (value == null)")
                    .addStatement("value = $T.defaultInstance()", sub.message())
                    .nextControlFlow("else")
                    .addStatement("value.seal()")
                    .endControlFlow();
        }
        if (closed) {
            code.beginControlFlow("if ($T.names().declares(value))", value.type())
                    .add(member.put())
                    .nextControlFlow("else")
                    .addStatement("this.unknownFields = in.fieldSince(start, this.unknownFields)")
                    .endControlFlow();
        } else {
            code.add(member.put());
        }
        return code.build();
    }

    private static TypeName entryValue(ValueCode value) {
        return value.isMessage()
                ? value.stored()
                        .annotated(AnnotationSpec.builder(Runtime.NULLABLE).build())
                : value.stored();
    }

    private static CodeBlock whereNext(int tag, CodeBlock code) {
        return CodeBlock.builder()
                .beginControlFlow("if (in.next($L))", tag)
                .add(code)
                .endControlFlow()
                .build();
    }
}
