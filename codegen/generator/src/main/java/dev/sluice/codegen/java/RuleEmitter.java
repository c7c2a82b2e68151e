package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.codegen.rules.MessageRules;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final boolean allowUncompiled;

    RuleEmitter(SchemaSet set, TypeNames names, Sources sources, Problems problems, boolean allowUncompiled) {
        this.set = set;
        this.names = names;
        this.sources = sources;
        this.problems = problems;
        this.allowUncompiled = allowUncompiled;
    }

    void emit(MessageModel message, TypeSpec.Builder spec) {
        List<String> unchecked = new ArrayList<>();
        CodeBlock.Builder code = CodeBlock.builder();
        MessageRules rules = MessageRules.of(message.type(), set);
        Uncompiled ofMessage = uncompiled(message.type(), unchecked);
        rules.other().forEach(rule -> ofMessage.add(rule, "this constraint is not compiled"));
        CelCode self = new CelCode(CodeBlock.of("this"), CelCode.Type.MESSAGE, 64, message.type(), false);
        for (Fault fault : new ValueRules(names, ofMessage).cel(rules.cel(), self)) {
            code.beginControlFlow("if ($L)", fault.condition())
                    .addStatement("to.add($S, $S)", fault.rule(), fault.message())
                    .endControlFlow();
        }
        for (MessageModel.OneofModel oneof : message.oneofs()) {
            if (MessageRules.isRequired(oneof.oneof(), set)) {
                code.beginControlFlow("if (this.$N == $T.NOT_SET)", oneof.name(), oneof.type())
                        .addStatement(
                                "to.add($S, $S, $S)",
                                oneof.oneof().name(),
                                "required",
                                "exactly one field is required in oneof")
                        .endControlFlow();
            }
        }
        for (MemberField member : message.fields()) {
            code.add(field(member, uncompiled(member.field(), unchecked)));
        }
        spec.addMethod(MethodSpec.methodBuilder("validate")
                .addJavadoc(javadoc(unchecked))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.VIOLATIONS, "to")
                .addCode(code.build())
                .build());
    }

    private static CodeBlock javadoc(List<String> unchecked) {
        return unchecked.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "Checks the constraints of the schema, except:\n\n<ul>\n<li>$L\n</ul>\n",
                        String.join("\n<li>", unchecked));
    }

    private Uncompiled uncompiled(Element element, List<String> unchecked) {
        return (rule, reason) -> {
            if (allowUncompiled) {
                unchecked.add(Javadocs.html(element.fullName() + ": " + rule + ", because " + reason));
            } else {
                problems.add(sources.problem(
                        element,
                        "constraint " + rule + " of " + element.fullName() + " cannot be generated, because " + reason
                                + "; allow constraints that are not compiled to go without it"));
            }
        };
    }

    private CodeBlock field(MemberField member, Uncompiled uncompiled) {
        FieldRules rules = FieldRules.of(member.field(), set);
        if (rules.ignore() == FieldRules.Ignore.ALWAYS) {
            return CodeBlock.of("");
        }
        CodeBlock checks = checks(member, rules, uncompiled);
        CodeBlock.Builder code = CodeBlock.builder();
        if (rules.required()) {
            code.beginControlFlow("if (!($L))", member.isPresent())
                    .addStatement("to.add($S, $S, $S)", member.field().name(), "required", "value is required");
            if (!checks.isEmpty()) {
                code.nextControlFlow("else").add(checks);
            }
            return code.endControlFlow().build();
        }
        boolean conditional = member.hasPresence() || rules.ignore() == FieldRules.Ignore.IF_ZERO;
        if (checks.isEmpty() || !conditional) {
            return checks;
        }
        return code.beginControlFlow("if ($L)", member.isPresent())
                .add(checks)
                .endControlFlow()
                .build();
    }

    private CodeBlock checks(MemberField member, FieldRules rules, Uncompiled uncompiled) {
        ValueRules values = new ValueRules(names, uncompiled);
        return switch (member.shape()) {
            case SINGULAR, CASE -> {
                CodeBlock stored = member.shape() == MemberField.Shape.SINGULAR
                        ? member.self()
                        : CodeBlock.of("$N$L()", member.name(), member.isConverted() ? "Value" : "");
                CodeBlock.Builder code = CodeBlock.builder();
                for (Fault fault : values.compile(member.field(), stored, rules)) {
                    add(fault, CodeBlock.of("$S", member.field().name()), code);
                }
                if (member.value().isMessage()) {
                    code.addStatement("to.enter($S)", member.field().name())
                            .addStatement("$L.validate(to)", stored)
                            .addStatement("to.leave()");
                }
                yield code.build();
            }
            case REPEATED -> repeated(member, rules, values, uncompiled);
            case MAP -> map(member, rules, values, uncompiled);
        };
    }

    private static void add(Fault fault, CodeBlock where, CodeBlock.Builder code) {
        code.beginControlFlow("if ($L)", fault.condition())
                .addStatement("to.add($L, $S, $S)", where, fault.rule(), fault.message())
                .endControlFlow();
    }

    private static void sizes(MemberField member, FieldRules rules, Uncompiled uncompiled, CodeBlock.Builder code) {
        rules.cel().forEach(rule -> uncompiled.add(rule.id(), "it is about a list or map as a whole"));
        for (Fault fault : ValueRules.sizes(rules, member.self(), uncompiled)) {
            add(fault, CodeBlock.of("$S", member.field().name()), code);
        }
    }

    private static CodeBlock repeated(MemberField member, FieldRules rules, ValueRules values, Uncompiled uncompiled) {
        CodeBlock.Builder code = CodeBlock.builder();
        sizes(member, rules, uncompiled, code);
        CodeBlock element = CodeBlock.of("$L.get(i)", member.self());
        CodeBlock.Builder ofElement = CodeBlock.builder();
        String name = member.field().name();
        FieldRules within = applied(rules.within("items"), uncompiled);
        for (Fault fault : values.compile(member.field(), element, within)) {
            add(fault, CodeBlock.of("$S, i", name), ofElement);
        }
        if (member.value().isMessage() && within.ignore() != FieldRules.Ignore.ALWAYS) {
            ofElement.add("to.enter($S);\nto.enter(i);\n$L.validate(to);\nto.leave();\nto.leave();\n", name, element);
        }
        if (!ofElement.isEmpty()) {
            code.beginControlFlow("for (int i = 0; i < $L.size(); i++)", member.self())
                    .add(ofElement.build())
                    .endControlFlow();
        }
        return code.build();
    }

    private static CodeBlock map(MemberField member, FieldRules rules, ValueRules values, Uncompiled uncompiled) {
        CodeBlock.Builder code = CodeBlock.builder();
        sizes(member, rules, uncompiled, code);
        Field key = member.field().message().orElseThrow().field(1).orElseThrow();
        Field value = member.field().message().orElseThrow().field(2).orElseThrow();
        String name = member.field().name();
        CodeBlock step = CodeBlock.of("new $T(entry.getKey(), $L)", Runtime.KEY, isUnsigned(key));
        CodeBlock where = CodeBlock.of("$S, $L", name, step);
        CodeBlock.Builder ofEntry = CodeBlock.builder();
        FieldRules ofKeys = applied(rules.within("keys"), uncompiled);
        for (Fault fault : values.compile(key, CodeBlock.of("entry.getKey()"), ofKeys)) {
            add(fault, where, ofEntry);
        }
        FieldRules ofValues = applied(rules.within("values"), uncompiled);
        for (Fault fault : values.compile(value, CodeBlock.of("entry.getValue()"), ofValues)) {
            add(fault, where, ofEntry);
        }
        if (member.value().isMessage() && ofValues.ignore() != FieldRules.Ignore.ALWAYS) {
            ofEntry.add(
                    "to.enter($S);\nto.enter($L);\nentry.getValue().validate(to);\nto.leave();\nto.leave();\n",
                    name,
                    step);
        }
        if (!ofEntry.isEmpty()) {
            code.beginControlFlow("for ($T entry : $L.entrySet())", WireEmitter.entry(member), member.self())
                    .add(ofEntry.build())
                    .endControlFlow();
        }
        return code.build();
    }

    /** The rules of elements, none where they are to be ignored. */
    private static FieldRules applied(FieldRules rules, Uncompiled uncompiled) {
        if (rules.ignore() == FieldRules.Ignore.ALWAYS) {
            return new FieldRules(false, rules.ignore(), "", Map.of(), List.of());
        }
        if (rules.ignore() == FieldRules.Ignore.IF_ZERO) {
            uncompiled.add("ignore", "IGNORE_IF_ZERO_VALUE of elements is not compiled");
        }
        if (rules.required()) {
            uncompiled.add("required", "it is not compiled for elements");
        }
        return rules;
    }

    private static boolean isUnsigned(Field key) {
        return switch (key.type()) {
            case UINT32, UINT64, FIXED32, FIXED64 -> true;
            case DOUBLE,
                    FLOAT,
                    INT64,
                    INT32,
                    BOOL,
                    STRING,
                    GROUP,
                    MESSAGE,
                    BYTES,
                    ENUM,
                    SFIXED32,
                    SFIXED64,
                    SINT32,
                    SINT64 -> false;
        };
    }
}
