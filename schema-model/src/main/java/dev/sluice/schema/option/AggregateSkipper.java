package dev.sluice.schema.option;

import dev.sluice.schema.parse.AggregateTokens;

/** Steps over the value of a field that is reserved, which text format takes and drops. */
final class AggregateSkipper {
    private static final int MAX_DEPTH = 500;

    private final AggregateTokens tokens;
    private int depth;

    AggregateSkipper(AggregateTokens tokens) {
        this.tokens = tokens;
    }

    /** Steps over a value, from the colon or brace after the field's name. */
    void fieldValue() {
        if (tokens.accept(':') && !tokens.at('{') && !tokens.at('<')) {
            value();
        } else {
            message();
        }
    }

    private void value() {
        if (tokens.accept('[')) {
            list();
        } else if (tokens.atString()) {
            tokens.strings();
        } else {
            tokens.accept('-');
            if (!tokens.atName() && !tokens.atInteger() && !tokens.atFloat()) {
                throw expected("a value");
            }
            tokens.next();
        }
    }

    private void list() {
        enter();
        if (!tokens.accept(']')) {
            do {
                if (tokens.at('{') || tokens.at('<')) {
                    message();
                } else {
                    value();
                }
            } while (tokens.accept(','));
            if (!tokens.accept(']')) {
                throw expected("\",\" or \"]\"");
            }
        }
        depth--;
    }

    private void message() {
        enter();
        char closing = tokens.at('<') ? '>' : '}';
        if (!tokens.accept('<') && !tokens.accept('{')) {
            throw expected("\"{\"");
        }
        while (!tokens.at('>') && !tokens.at('}')) {
            name();
            fieldValue();
            if (!tokens.accept(';')) {
                tokens.accept(',');
            }
        }
        if (!tokens.accept(closing)) {
            throw expected("\"" + closing + "\"");
        }
        depth--;
    }

    private void name() {
        boolean bracket = tokens.accept('[');
        if (!tokens.atName()) {
            throw expected("a field name");
        }
        tokens.next();
        if (bracket) {
            while (!tokens.accept(']')) {
                if (tokens.atEnd()) {
                    throw expected("\"]\"");
                }
                tokens.next();
            }
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new AggregateException(tokens.offset(), "values are nested deeper than " + MAX_DEPTH);
        }
    }

    private AggregateException expected(String what) {
        return new AggregateException(tokens.offset(), "expected " + what + ", found " + tokens.shown());
    }
}
