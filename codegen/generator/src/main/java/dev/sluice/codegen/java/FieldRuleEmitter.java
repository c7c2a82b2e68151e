package dev.sluice.codegen.java;

import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.codegen.rules.FieldRules.Ignore;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes the checks of one field, in protovalidate's order: expressions, the message within, the rules of its kind, elements. */
final class FieldRuleEmitter {
    private static final String ITEMS = "repeated:18:11/items:4:11/";
    private static final String KEYS = "map:19:11/keys:4:11/";
    private static final String VALUES = "map:19:11/values:5:11/";

    private final MemberField member;
    private final Field field;
    private final SchemaSet set;
    private final TypeNames names;
    private final CelValues values;
    private final Uncompiled uncompiled;
    private final String step;

    FieldRuleEmitter(MemberField member, SchemaSet set, TypeNames names, CelValues values, Uncompiled uncompiled) {
        this.member = member;
        this.field = member.field();
        this.set = set;
        this.names = names;
        this.values = values;
        this.uncompiled = uncompiled;
        this.step = FieldRules.step(field);
    }

    CodeBlock emit(FieldRules rules) {
        if (rules.ignore() == Ignore.ALWAYS) {
            return CodeBlock.of("");
        }
        CodeBlock checks = switch (member.shape()) {
            case SINGULAR, CASE -> singular(rules);
            case REPEATED -> whole(rules).toBuilder().add(elements(rules)).build();
            case MAP -> whole(rules).toBuilder().add(entries(rules)).build();
        };
        CodeBlock.Builder code = CodeBlock.builder();
        if (rules.required()) {
            code.beginControlFlow("if (!($L))", member.isPresent())
                    .addStatement("to.add($S, $S, $S, $S)", step, "required", "value is required", "required:25:8");
            if (!checks.isEmpty()) {
                code.nextControlFlow("else").add(checks);
            }
            return code.endControlFlow().build();
        }
        boolean conditional = member.hasPresence() || rules.ignore() == Ignore.IF_ZERO;
        return checks.isEmpty() || !conditional
                ? checks
                : code.beginControlFlow("if ($L)", member.isPresent())
                        .add(checks)
                        .endControlFlow()
                        .build();
    }

    private CodeBlock singular(FieldRules rules) {
        CodeBlock stored =
                member.shape() == MemberField.Shape.SINGULAR ? member.self() : CodeBlock.of("$N()", member.rawName());
        CodeBlock.Builder code = CodeBlock.builder();
        if (member.shape() == MemberField.Shape.CASE && !rules.isEmpty()) {
            code.addStatement("$T value = $L", member.value().stored(), stored);
            stored = CodeBlock.of("value");
        }
        code.add(one(
                field,
                stored,
                rules,
                new Place(CodeBlock.of("to.add($S, ", step), CodeBlock.of("to.within(before, $S)", step), "")));
        return code.build();
    }

    /**
     * Where violations go.
     *
     * @param add begins the call that adds one
     * @param within says where the value stands, whose violations are those beyond {@code before}
     * @param prefix the way to the rules, ending with a slash
     */
    private record Place(CodeBlock add, CodeBlock within, String prefix) {}

    /** The checks of one value. */
    private CodeBlock one(Field of, CodeBlock stored, FieldRules written, Place place) {
        FieldRules rules = fitting(of, written, false);
        ValueRules compiler = new ValueRules(names, values, uncompiled, place.prefix());
        CelCode self = CelFields.one(stored, of);
        List<Fault> cel = compiler.cel(rules.cel(), self);
        CodeBlock.Builder code = CodeBlock.builder();
        cel.forEach(fault -> code.add(fault.report(place.add())));
        if (of.message().isPresent() && !isPlain(of.message().get())) {
            code.addStatement("int before = to.count()")
                    .addStatement("$L.validate(to)", stored)
                    .addStatement(place.within());
        }
        List<Fault> standard = new ArrayList<>();
        boolean isWrapped = of.message().filter(CelWellKnown::isWrapper).isPresent() && rules.ofKind() != null;
        if (isWrapped) {
            standard.addAll(cel);
        }
        standard.addAll(compiler.ofKind(rules, self));
        standard.addAll(ownCode(of, stored, rules, place.prefix()));
        CodeBlock.Builder ofKind = CodeBlock.builder();
        standard.forEach(fault -> ofKind.add(fault.report(place.add())));
        boolean skipsZero = isWrapped && !place.prefix().isEmpty() && rules.ignore() == Ignore.IF_ZERO;
        if (skipsZero && !standard.isEmpty()) {
            CodeBlock isSet =
                    isSet(of.message().orElseThrow().field(1).orElseThrow(), CodeBlock.of("$L.value()", stored));
            return code.beginControlFlow("if ($L)", isSet)
                    .add(ofKind.build())
                    .endControlFlow()
                    .build();
        }
        return code.add(ofKind.build()).build();
    }

    /** Whether a message is one of protobuf's own, which have no constraints. */
    private static boolean isPlain(MessageType message) {
        return message.file().packageName().equals("google.protobuf");
    }

    /** The rules, without those of a kind where that does not fit the field. */
    private FieldRules fitting(Field of, FieldRules rules, boolean whole) {
        String expected = ValueRules.kindOf(of, whole);
        if (!rules.kind().isEmpty() && !rules.kind().equals(expected)) {
            uncompiled.add(
                    rules.kind(),
                    expected.isEmpty()
                            ? "mismatched message rules, " + rules.kind() + " is not a valid rule for field "
                                    + of.name()
                            : "expected rule " + expected + ", got " + rules.kind() + " on field " + of.name());
            return rules.withoutKind();
        }
        return rules;
    }

    /** The constraints that protovalidate does not define by an expression. */
    private List<Fault> ownCode(Field of, CodeBlock stored, FieldRules rules, String prefix) {
        List<Fault> faults = new ArrayList<>();
        if (rules.kind().equals("enum")
                && rules.isOn("defined_only")
                && of.enumType().isPresent()) {
            faults.add(Fault.of(
                    "enum.defined_only",
                    "value must be one of the defined enum values",
                    CodeBlock.of(
                            "!$T.names().declares($L)", names.of(of.enumType().get()), stored),
                    prefix + "enum:16:11/defined_only:2:8"));
        }
        if (rules.kind().equals("any")) {
            typeUrl(
                    "in",
                    "type URL must be in the allow list",
                    "!",
                    stored,
                    rules,
                    prefix + "any:20:11/in:2:9",
                    faults);
            typeUrl(
                    "not_in",
                    "type URL must not be in the block list",
                    "",
                    stored,
                    rules,
                    prefix + "any:20:11/not_in:3:9",
                    faults);
        }
        return faults;
    }

    private void typeUrl(
            String rule,
            String message,
            String not,
            CodeBlock stored,
            FieldRules rules,
            String path,
            List<Fault> faults) {
        List<String> texts = new ArrayList<>();
        for (Value value : rules.values().getOrDefault(rule, List.of())) {
            texts.add(((Value.Text) value).value());
        }
        if (!texts.isEmpty()) {
            CodeBlock condition = CodeBlock.of(
                    "$L$L.contains($L.typeUrl())", not, values.constants().texts(texts), stored);
            faults.add(Fault.of("any." + rule, message, condition, path));
        }
    }

    /** The checks of a list or map as a whole. */
    private CodeBlock whole(FieldRules written) {
        FieldRules rules = fitting(field, written, true);
        ValueRules compiler = new ValueRules(names, values, uncompiled, "");
        CelCode self = CelFields.whole(member.self(), field);
        CodeBlock add = CodeBlock.of("to.add($S, ", step);
        CodeBlock.Builder code = CodeBlock.builder();
        compiler.cel(rules.cel(), self).forEach(fault -> code.add(fault.report(add)));
        compiler.ofKind(rules, self).forEach(fault -> code.add(fault.report(add)));
        return code.build();
    }

    private CodeBlock elements(FieldRules rules) {
        FieldRules within = rules.within("items", set);
        if (within.ignore() == Ignore.ALWAYS) {
            return CodeBlock.of("");
        }
        Place place =
                new Place(CodeBlock.of("to.add($S, i, ", step), CodeBlock.of("to.within(before, $S, i)", step), ITEMS);
        CodeBlock value = CodeBlock.of("value");
        CodeBlock checks = unlessZero(field, value, within, one(field, value, within, place));
        if (checks.isEmpty()) {
            return checks;
        }
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < $L.size(); i++)", member.self())
                .addStatement(
                        "$T value = $L.$L(i)",
                        member.value().stored(),
                        member.self(),
                        member.value().element())
                .add(checks)
                .endControlFlow()
                .build();
    }

    private CodeBlock entries(FieldRules rules) {
        Field key = field.message().orElseThrow().field(1).orElseThrow();
        Field value = field.message().orElseThrow().field(2).orElseThrow();
        String inMap = step + ":" + key.type().number() + ":" + value.type().number();
        CodeBlock keyName = keyName(key);
        CodeBlock valueName = CodeBlock.of("value");
        CodeBlock within = CodeBlock.of("to.within(before, $S, key)", inMap);
        Place ofKeys = new Place(CodeBlock.of("to.addForKey($S, key, ", inMap), within, KEYS);
        Place ofValues = new Place(CodeBlock.of("to.add($S, key, ", inMap), within, VALUES);
        CodeBlock keyChecks = ofEntry(key, keyName, rules.within("keys", set), ofKeys);
        CodeBlock valueChecks = ofEntry(value, valueName, rules.within("values", set), ofValues);
        if (keyChecks.isEmpty() && valueChecks.isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < $L.size(); i++)", member.self())
                .addStatement("$T key = $L.keyAt(i)", member.keyCode().stored().box(), member.self())
                .add(keyChecks);
        if (!valueChecks.isEmpty()) {
            code.addStatement("$T value = $L.valueAt(i)", unboxed(member.value().stored()), member.self())
                    .add(valueChecks);
        }
        return code.endControlFlow().build();
    }

    /** A key, not as an object where it is a number or bool. */
    private static CodeBlock keyName(Field key) {
        String cast = switch (key.type()) {
            case BOOL -> "boolean";
            case INT32, SINT32, SFIXED32, UINT32, FIXED32 -> "int";
            case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> "long";
            case DOUBLE, FLOAT, STRING, GROUP, MESSAGE, BYTES, ENUM -> "";
        };
        return cast.isEmpty() ? CodeBlock.of("key") : CodeBlock.of("((" + cast + ") key)");
    }

    private static TypeName unboxed(TypeName type) {
        return type.isBoxedPrimitive() ? type.unbox() : type;
    }

    private CodeBlock ofEntry(Field of, CodeBlock name, FieldRules rules, Place place) {
        return rules.ignore() == Ignore.ALWAYS
                ? CodeBlock.of("")
                : unlessZero(of, name, rules, one(of, name, rules, place));
    }

    private CodeBlock unlessZero(Field of, CodeBlock value, FieldRules rules, CodeBlock checks) {
        if (rules.ignore() != Ignore.IF_ZERO || checks.isEmpty()) {
            return checks;
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", isSet(of, value))
                .add(checks)
                .endControlFlow()
                .build();
    }

    /** Whether an element is not the zero of its type. */
    private CodeBlock isSet(Field of, CodeBlock value) {
        if (of.message().isPresent()) {
            return CodeBlock.of(
                    "!$L.equals($T.defaultInstance())",
                    value,
                    ValueCode.of(of, names).stored());
        }
        if (of.enumType().isPresent()) {
            int first = of.enumType().get().values().get(0).number();
            return CodeBlock.of("$L != $L", value, first);
        }
        return ValueCode.of(of, names).isSet(value);
    }
}
