package dev.sluice.schema.parse;

import java.util.ArrayList;
import java.util.List;

/** Hands the comments around the tokens that end a declaration's head or body to the declarations they belong to. */
final class DocComments {
    private final Lexer lexer;
    private final boolean screen;
    private final CommentGap gap;
    private final CommentAbove above;
    private String leading = "";
    private List<String> detached = new ArrayList<>();

    /** @param screen whether a declaration has the comment that Buf, rather than protoc, takes for its own */
    DocComments(Lexer lexer, boolean screen) {
        this.lexer = lexer;
        this.screen = screen;
        this.above = new CommentAbove(lexer.source());
        this.gap = new CommentGap(lexer);
    }

    /** Moves the lexer to the first token, which is at or after {@code from}. */
    void readFirst(int from) {
        gap.readFirst(from);
        leading = leading(from, true);
        detached = gap.detached();
    }

    /** Steps over the token that ends the head of a declaration: the declaration gets its comments. */
    void endOf(Span declaration) {
        int end = lexer.position();
        gap.read();
        declaration.leading = leading;
        declaration.trailing = gap.trailing();
        declaration.detached = List.copyOf(detached);
        leading = leading(end, false);
        detached = gap.detached();
    }

    /** Steps over a closing brace: comments that waited for a declaration are dropped. */
    void endOfBlock() {
        int end = lexer.position();
        gap.read();
        leading = leading(end, false);
        detached = gap.detached();
    }

    /** Steps over the semicolon of an empty statement: its detached comments wait for the next declaration. */
    void endOfEmptyStatement() {
        int end = lexer.position();
        gap.read();
        leading = leading(end, false);
        detached.addAll(gap.detached());
    }

    private String leading(int from, boolean first) {
        return screen ? above.between(from, lexer.start(), first) : gap.leading();
    }
}
