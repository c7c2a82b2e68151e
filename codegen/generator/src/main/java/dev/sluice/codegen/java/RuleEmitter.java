package dev.sluice.codegen.java;

import com.palantir.javapoet.ParameterSpec;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.codegen.rules.MessageRules;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code validate}: the constraints of buf.validate as plain Java, in protovalidate's order and with its rule ids and
 * messages. A constraint that does not compile is a problem, or on request is listed in the method's Javadoc.
 */
final class RuleEmitter {
    private final SchemaSet set;
    private final TypeNames names;
    private final Sources sources;
    private final Problems problems;
    private final Problems uncompiled;
    private final boolean allowUncompiled;

    RuleEmitter(
            SchemaSet set,
            TypeNames names,
            Sources sources,
            Problems problems,
            Problems uncompiled,
            boolean allowUncompiled) {
        this.set = set;
        this.names = names;
        this.sources = sources;
        this.problems = problems;
        this.uncompiled = uncompiled;
        this.allowUncompiled = allowUncompiled;
    }

    void emit(MessageModel message, TypeSpec.Builder spec) {
        List<String> unchecked = new ArrayList<>();
        List<CodeBlock> code = new ArrayList<>();
        ClassConstants constants = new ClassConstants();
        CelValues values = new CelValues(constants);
        MessageRules rules = MessageRules.of(message.type(), set);
        Uncompiled ofMessage = uncompiled(message.type(), unchecked);
        CelCode self = CelCode.of("this", CelType.message(message.type()));
        CodeBlock add = CodeBlock.of("to.add(");
        new ValueRules(names, values, ofMessage, "")
                .cel(rules.cel(), self)
                .forEach(fault -> code.add(fault.report(add)));
        rules.oneofs().forEach(oneof -> code.add(oneOf(message, oneof, ofMessage)));
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            if (MessageRules.isRequired(oneof.oneof(), set)) {
                code.add(requiresCase(oneof));
            }
        }
        for (MemberField member : message.fields()) {
            FieldRules ofField = FieldRules.of(member.field(), set);
            code.add(new FieldRuleEmitter(member, set, names, values, uncompiled(member.field(), unchecked))
                    .emit(rules.isInOneOf(member.field().name()) ? ofField.ignoringZero() : ofField));
        }
        constants.addTo(spec);
        ParameterSpec to = ParameterSpec.builder(Runtime.VIOLATIONS, "to").build();
        spec.addMethod(MethodSpec.methodBuilder("validate")
                .addJavadoc(javadoc(unchecked))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(to)
                .addCode(new Parts(code).inSequence("validate", spec, to))
                .build());
    }

    private static CodeBlock requiresCase(MessageModel.OneofModel oneof) {
        return CodeBlock.builder()
                .beginControlFlow("if (this.$N == $T.NOT_SET)", oneof.name(), oneof.type())
                .addStatement(
                        "to.add($S, $S, $S, $S)",
                        oneof.oneof().name(),
                        "required",
                        "exactly one field is required in oneof",
                        "")
                .endControlFlow()
                .build();
    }

    private static CodeBlock oneOf(MessageModel message, MessageRules.OneOf oneof, Uncompiled uncompiled) {
        List<CodeBlock> present = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (oneof.fields().isEmpty()) {
            uncompiled.add("message.oneof", "at least one field must be specified in oneof rule for the message");
            return CodeBlock.of("");
        }
        for (String name : oneof.fields()) {
            Optional<MemberField> member = message.fields().stream()
                    .filter(field -> field.field().name().equals(name))
                    .findFirst();
            if (member.isEmpty() || !seen.add(name)) {
                uncompiled.add(
                        "message.oneof",
                        member.isEmpty() ? "there is no field " + name : "it names field " + name + " twice");
                return CodeBlock.of("");
            }
            present.add(CodeBlock.of("($L ? 1 : 0)", member.get().isPresent()));
        }
        String all = String.join(", ", oneof.fields());
        CodeBlock count = CodeBlock.join(present, " + ");
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if ($L > 1)", count)
                .addStatement("to.add($S, $S, $S)", "message.oneof", "only one of " + all + " can be set", "");
        if (oneof.required()) {
            code.nextControlFlow("else if ($L == 0)", count)
                    .addStatement("to.add($S, $S, $S)", "message.oneof", "one of " + all + " must be set", "");
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock javadoc(List<String> unchecked) {
        return unchecked.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "Checks the constraints of the schema, except:\n\n<ul>\n<li>$L\n</ul>\n\n"
                                + "<p>ProtovalidateFallback of dev.sluice:sluice-protovalidate checks all of them.\n",
                        String.join("\n<li>", unchecked));
    }

    private Uncompiled uncompiled(Element element, List<String> unchecked) {
        return (rule, reason) -> {
            if (allowUncompiled) {
                unchecked.add(Javadocs.html(element.fullName() + ": " + rule + ", because " + reason));
                uncompiled.add(sources.problem(
                        element,
                        "constraint " + rule + " of " + element.fullName() + " is not checked by validate(), because "
                                + reason + "; ProtovalidateFallback of sluice-protovalidate checks it"));
            } else {
                problems.add(sources.problem(
                        element,
                        "constraint " + rule + " of " + element.fullName() + " cannot be generated, because " + reason
                                + "; write it another way, or allow uncompiled rules, which"
                                + " ProtovalidateFallback of sluice-protovalidate checks"));
            }
        };
    }
}
