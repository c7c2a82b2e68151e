package dev.sluice.codegen.cel;

import java.util.List;

/** An expression (CEL language definition, Syntax). */
public sealed interface Expression {

    /** An int literal. */
    record IntLiteral(long value) implements Expression {}

    /** A uint literal, modulo 2^64. */
    record UintLiteral(long value) implements Expression {}

    /** A double literal. */
    record DoubleLiteral(double value) implements Expression {}

    /** A string literal. */
    record StringLiteral(String value) implements Expression {}

    /** True or false. */
    record BoolLiteral(boolean value) implements Expression {}

    /**
     * A bytes literal.
     *
     * @param value one char a byte
     */
    record BytesLiteral(String value) implements Expression {}

    /** Null. */
    record NullLiteral() implements Expression {}

    /** A name by itself, such as {@code this}. */
    record Identifier(String name) implements Expression {}

    /** A field of a message. */
    record Select(Expression of, String field) implements Expression {}

    /** A list literal. */
    record ListLiteral(List<Expression> elements) implements Expression {
        public ListLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** A map literal, keys and values in turn. */
    record MapLiteral(List<Expression> entries) implements Expression {
        public MapLiteral {
            entries = List.copyOf(entries);
        }
    }

    /** An element of a list by index, or the value of a key. */
    record Index(Expression of, Expression index) implements Expression {}

    /** A global function. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A function called on a value. */
    record Member(Expression target, String function, List<Expression> arguments) implements Expression {
        public Member {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code !} or {@code -}. */
    record Unary(String operator, Expression operand) implements Expression {}

    /** An operator between two operands. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {}
}
