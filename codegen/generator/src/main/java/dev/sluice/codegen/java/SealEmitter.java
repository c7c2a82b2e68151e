package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes how a message grows while it is read, and the methods that make it unchangeable then. */
final class SealEmitter {
    private final MessageModel message;

    SealEmitter(MessageModel message) {
        this.message = message;
    }

    void emit(TypeSpec.Builder spec) {
        spec.addMethod(merging()).addMethod(seal());
        if (hasMessages()) {
            spec.addMethod(sealMessages(spec));
        }
        spec.addMethod(sealLists(spec));
    }

    /** Whether it has messages that others can be merged into. */
    boolean hasMessages() {
        return message.fields().stream().anyMatch(SealEmitter::isMerged);
    }

    private static boolean isMerged(MemberField member) {
        return member.value().isMessage() && !member.isCollection();
    }

    /** Seals the messages within {@code message} where a condition holds, and does what is to be done then; nothing where there are none. */
    CodeBlock sealMessages(String message, String condition, String... then) {
        if (!hasMessages()) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder code =
                CodeBlock.builder().beginControlFlow("if ($L)", condition).addStatement("$L.sealMessages()", message);
        for (String statement : then) {
            code.addStatement(statement);
        }
        return code.endControlFlow().build();
    }

    private MethodSpec merging() {
        return MethodSpec.methodBuilder("merging")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(message.name())
                .addParameter(Runtime.WIRE_READER, "in")
                .addStatement(
                        "$T message = this.unknownFields.isOpen() ? this : new $T(this)",
                        message.name(),
                        message.name())
                .addStatement("message.unknownFields = in.open(message.unknownFields)")
                .addStatement("message.read(in)")
                .addStatement("return message")
                .build();
    }

    private MethodSpec seal() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("seal")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .beginControlFlow("if (this.unknownFields.isOpen())");
        if (hasMessages()) {
            method.addStatement("sealMessages()");
        }
        return method.addStatement("sealLists()").endControlFlow().build();
    }

    private MethodSpec sealMessages(TypeSpec.Builder spec) {
        List<CodeBlock> fields = new ArrayList<>();
        for (MemberField member : message.fields()) {
            if (isMerged(member)) {
                boolean isCase = member.shape() == MemberField.Shape.CASE;
                fields.add(CodeBlock.builder()
                        .beginControlFlow(isCase ? "if ($L present)" : "if ($L)", member.isPresent())
                        .addStatement("$L.seal()", isCase ? member.inCase() : member.self())
                        .endControlFlow()
                        .build());
            }
        }
        return MethodSpec.methodBuilder("sealMessages")
                .addModifiers(Modifier.PRIVATE)
                .addCode(new Parts(fields).inSequence("sealMessages", spec))
                .build();
    }

    private MethodSpec sealLists(TypeSpec.Builder spec) {
        List<CodeBlock> fields = new ArrayList<>();
        for (MemberField member : message.fields()) {
            if (member.isCollection()) {
                fields.add(CodeBlock.builder()
                        .addStatement("$L.freeze()", member.self())
                        .build());
            }
        }
        return MethodSpec.methodBuilder("sealLists")
                .addModifiers(Modifier.PRIVATE)
                .addCode(new Parts(fields).inSequence("sealLists", spec))
                .addStatement("this.unknownFields.freeze()")
                .build();
    }
}
