package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.java.AsciiPattern;
import dev.sluice.codegen.java.Literals;
import dev.sluice.runtime.json.Format;
import dev.sluice.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the checks of one value: plain Java where its type has what a keyword speaks of, else an assertion of the value as
 * JSON.
 */
final class Checks {
    private static final CodeBlock NOTHING = CodeBlock.builder().build();

    private final View view;
    private final Shape shape;
    private final ClassScope scope;
    private final Generation generation;

    Checks(View view, ClassScope scope) {
        this.view = view;
        this.scope = scope;
        this.generation = scope.generation();
        this.shape = generation.shapes().of(view);
    }

    /** The checks of a value that a Java expression gives; nothing where all of its values are valid. */
    CodeBlock of(CodeBlock value) {
        CodeBlock asJson = shape instanceof Shape.Any
                ? value
                : shape.isNamed()
                        ? CodeBlock.of("$L.toJsonValue()", value)
                        : CodeBlock.of("$L.toJsonValue($L)", generation.types().formWithoutNull(view), value);
        return of(value, asJson);
    }

    /** The same, for a value whose JSON another expression gives. */
    CodeBlock of(CodeBlock value, CodeBlock asJson) {
        if (shape instanceof Shape.Union union && union.isWhole()) {
            return NOTHING;
        }
        CodeBlock.Builder plain = CodeBlock.builder();
        List<CodeBlock> asserted = new ArrayList<>();
        for (SchemaNode node : view.nodes()) {
            if (node.isFalse()) {
                asserted.add(asserted(node, "false", generation.assertions().of(node)));
            }
            for (String keyword : node.keywords().keySet()) {
                if (Keywords.isAnnotation(keyword)
                        || !view.isOpen(node, keyword)
                        || Assertions.isPart(keyword)
                        || keyword.equals("$ref")
                        || keyword.equals("allOf")) {
                    continue;
                }
                Optional<CodeBlock> check = plain(node, keyword, value);
                if (check.isPresent()) {
                    plain.add(check.get());
                } else {
                    asserted.add(asserted(node, keyword, generation.assertions().of(node, keyword)));
                }
            }
        }
        if (!asserted.isEmpty()) {
            plain.addStatement("$T json = $L", JsonRuntime.VALUE, asJson);
            asserted.forEach(plain::add);
        }
        return plain.build();
    }

    private CodeBlock asserted(SchemaNode node, String keyword, CodeBlock assertion) {
        return fault(CodeBlock.of("!$L.holds(json)", assertion), node, keyword, Messages.of(node, keyword));
    }

    static CodeBlock fault(CodeBlock condition, SchemaNode node, String keyword, String message) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", condition)
                .addStatement(
                        "to.addKeyword($S, $L, $L)",
                        keyword,
                        Literals.string(message),
                        Literals.string(location(node, keyword)))
                .endControlFlow()
                .build();
    }

    private static String location(SchemaNode node, String keyword) {
        return keyword.equals("false") ? node.location() : node.location(keyword);
    }

    private static CodeBlock fault(CodeBlock condition, SchemaNode node, String keyword) {
        return fault(condition, node, keyword, Messages.of(node, keyword));
    }

    /** The check in plain Java, which can be nothing; empty where there is none. */
    private Optional<CodeBlock> plain(SchemaNode node, String keyword, CodeBlock value) {
        if (shape instanceof Shape.Any) {
            return Optional.empty();
        }
        if (keyword.equals("type")) {
            return Optional.of(NOTHING);
        }
        if (shape instanceof Shape.Single single) {
            return single(single.type(), node, keyword, value);
        }
        if (shape instanceof Shape.ListOf list) {
            return list(list, node, keyword, value);
        }
        if (shape instanceof Shape.MapOf map) {
            return map(map, node, keyword, value);
        }
        if (shape instanceof Shape.Texts texts) {
            return keyword.equals("enum") && node.equals(texts.declaring())
                    ? Optional.of(NOTHING)
                    : ofOtherType(keyword);
        }
        return shape instanceof Shape.Union union && node.equals(union.declaring()) && keyword.equals(union.keyword())
                ? Optional.of(NOTHING)
                : Optional.empty();
    }

    /** Nothing for a keyword that speaks of values of another type than strings. */
    private static Optional<CodeBlock> ofOtherType(String keyword) {
        return Messages.subject(keyword).isEmpty() || Messages.subject(keyword).equals("string")
                ? Optional.empty()
                : Optional.of(NOTHING);
    }

    private Optional<CodeBlock> single(SingleType type, SchemaNode node, String keyword, CodeBlock value) {
        String subject = Messages.subject(keyword);
        if (keyword.equals("format")) {
            return format(type, node, value);
        }
        return switch (type) {
            case STRING ->
                subject.equals("string") || keyword.equals("const")
                        ? string(node, keyword, value)
                        : subject.isEmpty() ? Optional.empty() : Optional.of(NOTHING);
            case INT, LONG ->
                subject.equals("number") || keyword.equals("const")
                        ? integer(node, keyword, value)
                        : subject.isEmpty() ? Optional.empty() : Optional.of(NOTHING);
            case DOUBLE ->
                subject.equals("number")
                        ? decimal(node, keyword, value)
                        : subject.isEmpty() ? Optional.empty() : Optional.of(NOTHING);
            case BIG_INTEGER -> subject.isEmpty() || subject.equals("number") ? Optional.empty() : Optional.of(NOTHING);
            case BOOLEAN -> subject.isEmpty() ? Optional.empty() : Optional.of(NOTHING);
            case DATE_TIME, DATE, TIME, DURATION, ID, LINK, BASE64, BASE64_URL -> ofOtherType(keyword);
        };
    }

    private Optional<CodeBlock> format(SingleType type, SchemaNode node, CodeBlock value) {
        String format = node.text("format").orElse("");
        if (!Format.isAsserted(format) || Shapes.isOfType(type, format)) {
            return Optional.of(NOTHING);
        }
        return switch (type) {
            case STRING ->
                Optional.of(fault(CodeBlock.of("!$T.has($L, $S)", JsonRuntime.FORMAT, value, format), node, "format"));
            case INT, LONG, BIG_INTEGER, DOUBLE, BOOLEAN -> Optional.of(NOTHING);
            case DATE_TIME, DATE, TIME, DURATION, ID, LINK, BASE64, BASE64_URL -> Optional.empty();
        };
    }

    private Optional<CodeBlock> string(SchemaNode node, String keyword, CodeBlock value) {
        switch (keyword) {
            case "minLength", "maxLength" -> {
                String operator = keyword.equals("minLength") ? "<" : ">";
                return Optional.of(fault(
                        CodeBlock.of("$T.length($L) $L $L", JsonRuntime.LENGTH, value, operator, count(node, keyword)),
                        node,
                        keyword));
            }
            case "pattern" -> {
                return Optional.of(fault(pattern(node, value), node, keyword));
            }
            case "const" -> {
                return node.text("const")
                        .map(text ->
                                fault(CodeBlock.of("!$L.equals($L)", value, Literals.string(text)), node, keyword));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private CodeBlock pattern(SchemaNode node, CodeBlock value) {
        String pattern = node.text("pattern").orElse("");
        Optional<AsciiPattern> ascii = AsciiPattern.of(pattern);
        if (ascii.isPresent()) {
            AsciiPattern set = ascii.get();
            CodeBlock characters = scope.constant(
                    "SET",
                    JsonRuntime.ASCII_SET,
                    CodeBlock.of("$T.of($LL, $LL)", JsonRuntime.ASCII_SET, set.low(), set.high()));
            return CodeBlock.of("!$L.makes($L, $L, $L)", characters, value, set.min(), set.max());
        }
        CodeBlock regex = scope.constant(
                "PATTERN",
                JsonRuntime.REGEX,
                CodeBlock.of("$T.of($L)", JsonRuntime.REGEX, Literals.string(EcmaPattern.translated(pattern))));
        return CodeBlock.of("!$L.find($L)", regex, value);
    }

    private static Integer count(SchemaNode node, String keyword) {
        return Counts.of(node.get(keyword).orElseThrow());
    }

    private static Optional<BigDecimal> number(SchemaNode node, String keyword) {
        return node.get(keyword).orElse(null) instanceof JsonValue.NumberValue number
                ? Optional.of(number.value())
                : Optional.empty();
    }

    private static String broken(String keyword) {
        return switch (keyword) {
            case "minimum" -> "<";
            case "maximum" -> ">";
            case "exclusiveMinimum" -> "<=";
            case "exclusiveMaximum" -> ">=";
            case "const" -> "!=";
            default -> "";
        };
    }

    private static Optional<CodeBlock> integer(SchemaNode node, String keyword, CodeBlock value) {
        Optional<BigDecimal> bound = number(node, keyword)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.toBigInteger().bitLength() < 64);
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        CodeBlock literal = CodeBlock.of("$LL", bound.get().longValueExact());
        CodeBlock condition = keyword.equals("multipleOf")
                ? CodeBlock.of("$L % $L != 0", value, literal)
                : CodeBlock.of("$L $L $L", value, broken(keyword), literal);
        return Optional.of(fault(condition, node, keyword));
    }

    private Optional<CodeBlock> decimal(SchemaNode node, String keyword, CodeBlock value) {
        BigDecimal bound = number(node, keyword).orElseThrow();
        if (keyword.equals("multipleOf")) {
            ClassName type = ClassName.get(BigDecimal.class);
            CodeBlock divisor = scope.constant("DIVISOR", type, CodeBlock.of("new $T($S)", type, bound.toString()));
            return Optional.of(
                    fault(CodeBlock.of("!$T.isMultiple($L, $L)", JsonRuntime.CHECK, value, divisor), node, keyword));
        }
        double nearest = bound.doubleValue();
        if (Double.isInfinite(nearest)) {
            return Optional.empty();
        }
        return Optional.of(fault(CodeBlock.of("$L $L $L", value, broken(keyword), nearest), node, keyword));
    }

    private Optional<CodeBlock> list(Shape.ListOf list, SchemaNode node, String keyword, CodeBlock value) {
        switch (keyword) {
            case "minItems", "maxItems" -> {
                String operator = keyword.equals("minItems") ? "<" : ">";
                return Optional.of(
                        fault(CodeBlock.of("$L.size() $L $L", value, operator, count(node, keyword)), node, keyword));
            }
            case "uniqueItems" -> {
                return node.get(keyword).orElseThrow().toJson().equals("true")
                        ? Optional.of(fault(CodeBlock.of("!$T.areUnique($L)", JsonRuntime.CHECK, value), node, keyword))
                        : Optional.of(NOTHING);
            }
            case "items" -> {
                return list.elements().isPresent() ? Optional.of(NOTHING) : Optional.empty();
            }
            default -> {
                String subject = Messages.subject(keyword);
                return subject.isEmpty() || subject.equals("array") ? Optional.empty() : Optional.of(NOTHING);
            }
        }
    }

    private Optional<CodeBlock> map(Shape.MapOf map, SchemaNode node, String keyword, CodeBlock value) {
        switch (keyword) {
            case "minProperties", "maxProperties" -> {
                String operator = keyword.equals("minProperties") ? "<" : ">";
                return Optional.of(
                        fault(CodeBlock.of("$L.size() $L $L", value, operator, count(node, keyword)), node, keyword));
            }
            case "required" -> {
                CodeBlock.Builder code = CodeBlock.builder();
                for (String name : node.texts("required")) {
                    code.add(fault(
                            CodeBlock.of("!$L.containsKey($L)", value, Literals.string(name)),
                            node,
                            keyword,
                            "the required member \"" + name + "\" is absent"));
                }
                return Optional.of(code.build());
            }
            case "additionalProperties" -> {
                return map.values().isPresent() ? Optional.of(NOTHING) : Optional.empty();
            }
            case "properties" -> {
                return node.members(keyword).isEmpty() ? Optional.of(NOTHING) : Optional.empty();
            }
            default -> {
                String subject = Messages.subject(keyword);
                return subject.isEmpty() || subject.equals("object") ? Optional.empty() : Optional.of(NOTHING);
            }
        }
    }
}
