package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.runtime.cel.Format;
import dev.sluice.runtime.regex.Regex;
import dev.sluice.runtime.regex.RegexSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions of the language, of its string extension and of protovalidate. */
final class CelFunctions {
    private final CelValues values;

    CelFunctions(CelValues values) {
        this.values = values;
    }

    CelCode list(List<CelCode> elements) {
        CelType type = elements.isEmpty() ? CelType.DYN : elements.get(0).type();
        boolean uniform = elements.stream().allMatch(element -> element.type().kind() == type.kind());
        CelType common = uniform ? type : CelType.DYN;
        if (elements.stream().allMatch(CelCode::isConstant)) {
            List<Object> known = new ArrayList<>();
            elements.forEach(element -> known.add(element.constant()));
            return values.constant(List.copyOf(known), CelType.list(common));
        }
        List<CodeBlock> boxed = elements.stream().map(values::boxed).toList();
        CodeBlock java = uniform
                ? CodeBlock.of("$T.asList($L)", java.util.Arrays.class, CodeBlock.join(boxed, ", "))
                : CodeBlock.of("$T.<Object>asList($L)", java.util.Arrays.class, CodeBlock.join(boxed, ", "));
        return CelCode.list(java, common, object -> CelValues.stored(object, common))
                .failing(elements.stream().anyMatch(CelCode::mayFail));
    }

    CelCode call(String name, List<CelCode> arguments) throws NotCompiledException {
        if (arguments.size() == 1) {
            CelCode of = arguments.get(0);
            if (name.equals("dyn")) {
                return of.asDynamic();
            }
            Optional<CelCode> converted = new CelConversions(values).convert(name, of);
            if (converted.isPresent()) {
                return converted.get().isConstant()
                        ? converted.get()
                        : converted.get().failing(of.mayFail());
            }
        }
        if (name.equals("size") && arguments.size() == 1) {
            return size(arguments.get(0));
        }
        if (name.equals("matches") && arguments.size() == 2) {
            return member(name, arguments.get(0), arguments.subList(1, 2));
        }
        throw CelOperators.noOverload(name + "()", arguments.toArray(CelCode[]::new));
    }

    private CelCode size(CelCode of) throws NotCompiledException {
        if (of.constant() instanceof List<?> list) {
            return values.constant((long) list.size(), CelType.INT);
        }
        if (of.constant() instanceof String text) {
            return values.constant((long) text.codePointCount(0, text.length()), CelType.INT);
        }
        CodeBlock java = switch (of.type().kind()) {
            case STRING -> CodeBlock.of("$T.length($L)", Runtime.CHECK, of.java());
            case BYTES, LIST, MAP -> CodeBlock.of("$L.size()", of.java());
            case BOOL, INT, UINT, DOUBLE, TIMESTAMP, DURATION, NULL, MESSAGE, DYN ->
                throw CelOperators.noOverload("size()", of);
        };
        return CelCode.number(java, CelType.INT, CelCode.SIZE_BITS).narrow().failing(of.mayFail());
    }

    CelCode member(String name, CelCode target, List<CelCode> arguments) throws NotCompiledException {
        boolean mayFail = target.mayFail() || arguments.stream().anyMatch(CelCode::mayFail);
        if (name.equals("size") && arguments.isEmpty()) {
            return size(target);
        }
        if (name.equals("format") && target.is(CelType.Kind.STRING) && arguments.size() == 1) {
            return format(target, arguments.get(0));
        }
        if (name.equals("unique") && target.is(CelType.Kind.LIST)) {
            return CelCode.of("$T.isUnique($L)", CelType.BOOL, Runtime.VALUES, target.java())
                    .failing(mayFail);
        }
        CelCode result = switch (target.type().kind()) {
            case STRING -> new CelTexts(values).call(name, target, arguments);
            case BYTES -> bytes(name, target, arguments);
            case DOUBLE -> decimal(name, target, arguments);
            case TIMESTAMP, DURATION -> CelTimes.call(name, target, arguments);
            case LIST -> join(name, target, arguments);
            case BOOL, INT, UINT, NULL, MAP, MESSAGE, DYN -> null;
        };
        if (result == null) {
            List<CelCode> all = new ArrayList<>(List.of(target));
            all.addAll(arguments);
            throw CelOperators.noOverload(name + "()", all.toArray(CelCode[]::new));
        }
        return result.isConstant() ? result : result.failing(mayFail);
    }

    private static @org.jspecify.annotations.Nullable CelCode join(
            String name, CelCode target, List<CelCode> arguments) {
        if (!name.equals("join")
                || arguments.size() > 1
                || target.type().ofElements().kind() != CelType.Kind.STRING) {
            return null;
        }
        CodeBlock separator =
                arguments.isEmpty() ? CodeBlock.of("\"\"") : arguments.get(0).java();
        return CelCode.of("$T.join($L, $L)", CelType.STRING, String.class, separator, target.java());
    }

    private static @org.jspecify.annotations.Nullable CelCode bytes(
            String name, CelCode target, List<CelCode> arguments) {
        boolean known = List.of("startsWith", "endsWith", "contains").contains(name)
                && arguments.size() == 1
                && arguments.get(0).is(CelType.Kind.BYTES);
        return known
                ? CelCode.of(
                        "$T.$L($L, $L)",
                        CelType.BOOL,
                        Runtime.VALUES,
                        name,
                        target.java(),
                        arguments.get(0).java())
                : null;
    }

    private @org.jspecify.annotations.Nullable CelCode decimal(String name, CelCode target, List<CelCode> arguments) {
        if (name.equals("isNan") && arguments.isEmpty()) {
            return target.constant() instanceof Double number
                    ? values.constant(number.isNaN(), CelType.BOOL)
                    : CelCode.of("$T.isNaN($L)", CelType.BOOL, Double.class, target.java());
        }
        if (name.equals("isInf") && arguments.isEmpty()) {
            return CelCode.of("$T.isInfinite($L)", CelType.BOOL, Double.class, target.java());
        }
        return name.equals("isInf") && arguments.size() == 1 && arguments.get(0).is(CelType.Kind.INT)
                ? CelCode.of(
                        "$T.isInfinite($L, $L)",
                        CelType.BOOL,
                        Runtime.ARITHMETIC,
                        target.java(),
                        arguments.get(0).java())
                : null;
    }

    private CelCode format(CelCode text, CelCode list) throws NotCompiledException {
        if (text.constant() instanceof String format && list.constant() instanceof List<?> known) {
            try {
                return values.constant(Format.format(format, known), CelType.STRING);
            } catch (IllegalArgumentException e) {
                throw new NotCompiledException(String.valueOf(e.getMessage()));
            }
        }
        if (!list.is(CelType.Kind.LIST)) {
            throw CelOperators.noOverload("format()", text, list);
        }
        return CelCode.of("$T.format($L, $L)", CelType.STRING, Runtime.FORMAT, text.java(), values.boxed(list))
                .failing(true);
    }

    /** Whether part of a text matches a pattern. */
    static CelCode matches(CelValues values, CodeBlock text, CelCode pattern) throws NotCompiledException {
        if (!(pattern.constant() instanceof String known)) {
            return CelCode.of("$T.of($L).find($L)", CelType.BOOL, Runtime.REGEX, pattern.java(), text)
                    .failing(true);
        }
        Optional<AsciiPattern> simple = AsciiPattern.of(known);
        if (simple.isPresent()) {
            AsciiPattern ascii = simple.get();
            return CelCode.of(
                    "$L.makes($L, $L, $L)",
                    CelType.BOOL,
                    values.constants().set(ascii),
                    text,
                    ascii.min(),
                    ascii.max() == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : "" + ascii.max());
        }
        try {
            return CelCode.of(
                    "$L.find($L)",
                    CelType.BOOL,
                    values.constants().regex(Regex.parse(known).toString()),
                    text);
        } catch (RegexSyntaxException e) {
            throw new NotCompiledException("the pattern `" + known + "` cannot be read: " + e.getMessage());
        }
    }
}
