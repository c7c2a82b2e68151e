package dev.sluice.schema.parse;

/** What a token is; every operator and bracket is a symbol of one byte. */
enum TokenKind {
    END,
    IDENTIFIER,
    INTEGER,
    FLOAT,
    STRING,
    SYMBOL
}
