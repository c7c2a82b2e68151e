package dev.sluice.codegen.cel;

import java.util.ArrayList;
import java.util.List;

/** Reads expressions. */
public final class CelParser {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_STEPS = 1000;
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("<=", ">=", "==", "!=", "<", ">", "in"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final CelTokens tokens;
    private int depth;
    private int steps;

    private CelParser(CelTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads one expression.
     *
     * @throws NotCompiledException if the text is not one, or has what is not compiled
     */
    public static Expression parse(String text) throws NotCompiledException {
        CelParser parser = new CelParser(new CelTokens(text));
        Expression expression = parser.expression();
        parser.tokens.end();
        return expression;
    }

    private Expression expression() throws NotCompiledException {
        if (++depth > MAX_DEPTH) {
            throw new NotCompiledException("it nests more than " + MAX_DEPTH + " deep");
        }
        Expression condition = binary(0);
        if (tokens.take("?")) {
            Expression then = binary(0);
            tokens.expect(":");
            condition = new Expression.Conditional(condition, then, expression());
        }
        depth--;
        return condition;
    }

    private Expression binary(int level) throws NotCompiledException {
        if (level == LEVELS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        for (String operator = operator(level); !operator.isEmpty(); operator = operator(level)) {
            step();
            left = new Expression.Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    /** Counts what makes the tree deeper without nesting in the text. */
    private void step() throws NotCompiledException {
        if (++steps > MAX_STEPS) {
            throw new NotCompiledException("it has more than " + MAX_STEPS + " operators and selections");
        }
    }

    private String operator(int level) throws NotCompiledException {
        for (String operator : LEVELS.get(level)) {
            if (tokens.take(operator)) {
                return operator;
            }
        }
        return "";
    }

    private Expression unary() throws NotCompiledException {
        if (tokens.isNegativeNumber()) {
            return selections(tokens.literal());
        }
        for (String operator : List.of("!", "-")) {
            if (tokens.take(operator)) {
                if (++depth > MAX_DEPTH) {
                    throw new NotCompiledException("it nests more than " + MAX_DEPTH + " deep");
                }
                Expression operand = unary();
                depth--;
                return new Expression.Unary(operator, operand);
            }
        }
        return selections(primary());
    }

    private Expression selections(Expression of) throws NotCompiledException {
        Expression value = of;
        while (true) {
            if (tokens.take(".")) {
                step();
                String name = tokens.name();
                value = tokens.take("(")
                        ? new Expression.Member(value, name, list(")"))
                        : new Expression.Select(value, name);
            } else if (tokens.take("[")) {
                step();
                value = new Expression.Index(value, expression());
                tokens.expect("]");
            } else {
                return value;
            }
        }
    }

    private Expression primary() throws NotCompiledException {
        if (tokens.take("(")) {
            Expression inner = expression();
            tokens.expect(")");
            return inner;
        }
        if (tokens.take("[")) {
            return new Expression.ListLiteral(list("]"));
        }
        if (tokens.take("{")) {
            return new Expression.MapLiteral(entries());
        }
        if (tokens.isLiteral()) {
            return tokens.literal();
        }
        tokens.take(".");
        String name = tokens.name();
        if (name.equals("true") || name.equals("false")) {
            return new Expression.BoolLiteral(name.equals("true"));
        }
        if (name.equals("null")) {
            return new Expression.NullLiteral();
        }
        return tokens.take("(") ? new Expression.Call(name, list(")")) : new Expression.Identifier(name);
    }

    private List<Expression> list(String close) throws NotCompiledException {
        List<Expression> elements = new ArrayList<>();
        if (tokens.take(close)) {
            return elements;
        }
        do {
            elements.add(expression());
        } while (tokens.take(",") && !tokens.is(close));
        tokens.expect(close);
        return elements;
    }

    private List<Expression> entries() throws NotCompiledException {
        List<Expression> entries = new ArrayList<>();
        if (tokens.take("}")) {
            return entries;
        }
        do {
            entries.add(expression());
            tokens.expect(":");
            entries.add(expression());
        } while (tokens.take(",") && !tokens.is("}"));
        tokens.expect("}");
        return entries;
    }
}
