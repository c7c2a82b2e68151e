package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FieldType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of a file as the statement parsers see them: what is there, what must be there, and the problem where it
 * is not. Methods named {@code accept} step over a token if it is there; those named for what they return require it.
 */
final class Tokens {
    private static final int SHOWN_LENGTH = 40;
    private static final int BYTE_ORDER_MARK_LENGTH = 3;

    private final Lexer lexer;
    private final byte[] source;
    private final FileProblems problems;
    private final Names names;
    private final LocationRecorder locations;
    private final DocComments comments;
    private final Literals literals;
    private byte[] name = new byte[128];
    private int nameLength;
    private boolean endReported;

    Tokens(Lexer lexer, FileProblems problems, Names names, LocationRecorder locations) {
        this.lexer = lexer;
        this.source = lexer.source();
        this.problems = problems;
        this.names = names;
        this.locations = locations;
        this.comments = new DocComments(lexer, locations.screen());
        this.literals = new Literals(this);
    }

    LocationRecorder locations() {
        return locations;
    }

    /** The reader of numbers and strings. */
    Literals literals() {
        return literals;
    }

    /** The bytes the tokens are of. */
    byte[] source() {
        return source;
    }

    /** Moves to the first token; a UTF-8 byte order mark is stepped over. */
    void first() {
        int from = 0;
        if (source.length > 0 && source[0] == (byte) 0xef) {
            from = BYTE_ORDER_MARK_LENGTH;
            if (source.length < from || source[1] != (byte) 0xbb || source[2] != (byte) 0xbf) {
                throw fail(0, "the file begins with byte 0xef but has no UTF-8 byte order mark; save it as UTF-8");
            }
        }
        if (locations.enabled()) {
            comments.readFirst(from);
        } else {
            lexer.nextAt(lexer.skipTrivia(from));
        }
    }

    void next() {
        lexer.next();
    }

    TokenKind kind() {
        return lexer.kind();
    }

    /** First byte of the current token. */
    int start() {
        return lexer.start();
    }

    /** The byte after the current token. */
    int end() {
        return lexer.end();
    }

    /** The byte after the token stepped over last. */
    int previousEnd() {
        return lexer.previousEnd();
    }

    boolean atEnd() {
        return lexer.kind() == TokenKind.END;
    }

    boolean at(char symbol) {
        return lexer.at(symbol);
    }

    boolean at(Word word) {
        return word() == word;
    }

    /** The word the current token is, or OTHER. */
    Word word() {
        return lexer.kind() == TokenKind.IDENTIFIER ? Word.of(source, lexer.start(), lexer.end()) : Word.OTHER;
    }

    boolean accept(char symbol) {
        if (lexer.at(symbol)) {
            lexer.next();
            return true;
        }
        return false;
    }

    boolean accept(Word word) {
        if (at(word)) {
            lexer.next();
            return true;
        }
        return false;
    }

    /** Steps over a symbol that must be here; {@code what} says so for a person. */
    void require(char symbol, String what) {
        if (!accept(symbol)) {
            throw expected(what);
        }
    }

    void require(Word word, String what) {
        if (!accept(word)) {
            throw expected(what);
        }
    }

    /** A name without dots. */
    String identifier(String what) {
        if (lexer.kind() != TokenKind.IDENTIFIER) {
            throw expected(what);
        }
        String name = names.of(source, lexer.start(), lexer.end());
        lexer.next();
        return name;
    }

    /** A name with dots; one may come before its first part only where {@code absolute}. */
    String dottedName(String what, boolean absolute) {
        nameLength = 0;
        if (absolute && lexer.at('.')) {
            appendToName();
        }
        while (true) {
            if (lexer.kind() != TokenKind.IDENTIFIER) {
                throw expected(what);
            }
            appendToName();
            if (!lexer.at('.')) {
                return names.of(name, 0, nameLength);
            }
            appendToName();
        }
    }

    /** The name of a message; the word for a scalar type is not one. */
    String messageName(String what) {
        FieldType scalar = word().type();
        if (scalar != null) {
            report("expected " + what + ", a message, found the scalar type \"" + text() + "\"");
        }
        return dottedName(what, true);
    }

    private void appendToName() {
        int length = lexer.end() - lexer.start();
        if (nameLength + length > name.length) {
            name = Arrays.copyOf(name, (nameLength + length) * 2);
        }
        System.arraycopy(source, lexer.start(), name, nameLength, length);
        nameLength += length;
        lexer.next();
    }

    /** The text of the current token. */
    String text() {
        return new String(source, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8);
    }

    /** Steps over the opening brace of a declaration, which gets the comments around it. */
    void openBlock(Span declaration, String owner) {
        if (!lexer.at('{')) {
            throw expected("\"{\" to begin the body of the " + owner);
        }
        endOf(declaration);
    }

    /** Steps over the semicolon of a statement, which gets the comments around it. */
    void endStatement(Span statement) {
        if (lexer.at(';')) {
            endOf(statement);
            return;
        }
        report(lexer.previousEnd(), "expected \";\" before " + found());
        if (!startsLine()) {
            throw StatementError.REPORTED;
        }
    }

    private void endOf(Span declaration) {
        if (locations.enabled()) {
            comments.endOf(declaration);
        } else {
            lexer.next();
        }
    }

    /** Whether the current token is on a later line than the one before: a statement may well begin here. */
    private boolean startsLine() {
        for (int i = lexer.previousEnd(); i < lexer.start(); i++) {
            if (source[i] == '\n') {
                return !atEnd();
            }
        }
        return false;
    }

    /** Steps over a semicolon that is a statement of its own, if there is one. */
    boolean acceptEmptyStatement() {
        if (!lexer.at(';')) {
            return false;
        }
        if (locations.enabled()) {
            comments.endOfEmptyStatement();
        } else {
            lexer.next();
        }
        return true;
    }

    /**
     * Steps over the closing brace of a block, if there is one.
     *
     * @param owner what the block belongs to, in words
     * @param start where the declaration begins
     * @throws StatementError if the file ends before the brace
     */
    boolean acceptEndOfBlock(String owner, int start) {
        if (lexer.at('}')) {
            if (locations.enabled()) {
                comments.endOfBlock();
            } else {
                lexer.next();
            }
            return true;
        }
        if (atEnd()) {
            if (!endReported) {
                endReported = true;
                report(start, "the file ends inside this " + owner + "; its closing \"}\" is missing");
            }
            throw StatementError.REPORTED;
        }
        return false;
    }

    /** Skips to after the next semicolon or block, or to before the next closing brace. */
    void skipStatement() {
        while (!atEnd()) {
            if (acceptEmptyStatement() || lexer.at('}')) {
                return;
            }
            if (lexer.at('{')) {
                skipBlock();
                return;
            }
            lexer.next();
        }
    }

    private void skipBlock() {
        int depth = 0;
        while (!atEnd()) {
            if (lexer.at('{')) {
                depth++;
            } else if (lexer.at('}')) {
                depth--;
            }
            lexer.next();
            if (depth == 0) {
                return;
            }
        }
    }

    void report(int offset, String message) {
        problems.report(offset, message);
    }

    /** Reports a problem at the current token. */
    void report(String message) {
        problems.report(lexer.start(), message);
    }

    /** Reports that something else was expected; the caller throws what is returned. */
    StatementError expected(String what) {
        return fail("expected " + what + ", found " + found());
    }

    /** Reports a problem at the current token; the caller throws what is returned. */
    StatementError fail(String message) {
        return fail(lexer.start(), message);
    }

    /** Reports a problem; the caller throws what is returned. */
    StatementError fail(int offset, String message) {
        problems.report(offset, message);
        return StatementError.REPORTED;
    }

    private String found() {
        return switch (lexer.kind()) {
            case END -> "the end of the file";
            case STRING -> "the string " + shown();
            case IDENTIFIER, INTEGER, FLOAT, SYMBOL -> '"' + shown() + '"';
        };
    }

    /** The text of the current token for a problem: one line, cut off where it is long. */
    String shown() {
        int length = Math.min(lexer.end() - lexer.start(), SHOWN_LENGTH);
        byte[] text = Arrays.copyOfRange(source, lexer.start(), lexer.start() + length);
        for (int i = 0; i < length; i++) {
            if (text[i] >= 0 && text[i] < ' ') {
                text[i] = '?';
            }
        }
        String shown = new String(text, StandardCharsets.UTF_8);
        return length < lexer.end() - lexer.start() ? shown + "..." : shown;
    }
}
