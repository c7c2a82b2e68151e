package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.Expression;
import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Compiles the macros over lists and maps (CEL language definition, Macros). */
final class CelMacros {
    /** Lists known at generation up to this length become one condition an element. */
    private static final int MAX_UNROLLED = 64;

    private final CelCompiler compiler;
    private final CelValues values;
    private final CelOperators operators;

    CelMacros(CelCompiler compiler, CelValues values, CelOperators operators) {
        this.compiler = compiler;
        this.values = values;
        this.operators = operators;
    }

    boolean isMacro(Expression.Member member) {
        int arguments = member.arguments().size();
        boolean named = arguments > 0 && member.arguments().get(0) instanceof Expression.Identifier;
        return named
                && switch (member.function()) {
                    case "all", "exists", "exists_one", "existsOne", "filter" -> arguments == 2;
                    case "map" -> arguments == 2 || arguments == 3;
                    default -> false;
                };
    }

    CelCode expand(Expression.Member member, CelCode range) throws NotCompiledException {
        String name = ((Expression.Identifier) member.arguments().get(0)).name();
        if (!range.is(CelType.Kind.LIST) && !range.is(CelType.Kind.MAP)) {
            throw new NotCompiledException("it goes over a value of type " + range.type());
        }
        if (range.constant() instanceof List<?> list && list.size() <= MAX_UNROLLED) {
            CelCode unrolled = unrolled(member, name, range.type().ofElements(), list);
            if (unrolled != null) {
                return unrolled;
            }
        }
        String variable = compiler.fresh();
        CelCode element = range.is(CelType.Kind.MAP)
                ? range.parts().key().apply(CodeBlock.of("$L", variable))
                : range.parts().value().apply(CodeBlock.of("$L", variable));
        CodeBlock over = range.is(CelType.Kind.MAP) ? CodeBlock.of("$L.keySet()", range.java()) : range.java();
        CelCompiler inner = compiler.with(name, element);
        if (member.function().equals("map")) {
            return map(member, inner, over, variable, range);
        }
        CelCode condition = condition(inner.compile(member.arguments().get(1)));
        CodeBlock lambda = CodeBlock.of("$L -> $L", variable, condition.java());
        if (member.function().equals("filter")) {
            CelCode kept = CelCode.list(
                    CodeBlock.of("$T.filter($L, $L)", Runtime.VALUES, over, lambda),
                    element.type(),
                    range.is(CelType.Kind.MAP)
                            ? range.parts().key()
                            : range.parts().value());
            return kept.failing(condition.mayFail() || range.mayFail());
        }
        String method = member.function().equals("exists_one") ? "existsOne" : member.function();
        return CelCode.of("$T.$L($L, $L)", CelType.BOOL, Runtime.VALUES, method, over, lambda)
                .failing(condition.mayFail() || range.mayFail());
    }

    private static CelCode condition(CelCode code) throws NotCompiledException {
        if (!code.is(CelType.Kind.BOOL)) {
            throw new NotCompiledException("a condition in it is of type " + code.type());
        }
        return code;
    }

    private CelCode map(Expression.Member member, CelCompiler inner, CodeBlock over, String variable, CelCode range)
            throws NotCompiledException {
        boolean filtered = member.arguments().size() == 3;
        boolean mayFail = range.mayFail();
        CodeBlock from = over;
        if (filtered) {
            CelCode condition = condition(inner.compile(member.arguments().get(1)));
            from = CodeBlock.of("$T.filter($L, $L -> $L)", Runtime.VALUES, over, variable, condition.java());
            mayFail |= condition.mayFail();
        }
        CelCode made = inner.compile(member.arguments().get(filtered ? 2 : 1));
        CelType type = made.type();
        CodeBlock java = CodeBlock.of("$T.map($L, $L -> $L)", Runtime.VALUES, from, variable, values.boxed(made));
        return CelCode.list(java, type, object -> CelValues.stored(object, type))
                .failing(mayFail || made.mayFail());
    }

    /** The macro over a known list, or null where its length would matter. */
    private @org.jspecify.annotations.Nullable CelCode unrolled(
            Expression.Member member, String name, CelType type, List<?> list) throws NotCompiledException {
        List<CelCode> each = new ArrayList<>();
        for (Object element : list) {
            CelCompiler inner = compiler.with(name, values.constant(element, type));
            each.add(inner.compile(member.arguments().get(1)));
        }
        boolean all = member.function().equals("all");
        if (all || member.function().equals("exists")) {
            CelCode result = values.constant(all, CelType.BOOL);
            for (CelCode condition : each) {
                result = operators.binary(all ? "&&" : "||", result, condition(condition));
            }
            return result;
        }
        boolean isKnown = member.function().equals("map")
                && member.arguments().size() == 2
                && !each.isEmpty()
                && each.stream().allMatch(CelCode::isConstant);
        if (!isKnown) {
            return null;
        }
        List<Object> made = new ArrayList<>();
        each.forEach(code -> made.add(code.constant()));
        return values.constant(List.copyOf(made), CelType.list(each.get(0).type()));
    }
}
