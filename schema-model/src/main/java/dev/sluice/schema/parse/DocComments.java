package dev.sluice.schema.parse;

import java.util.ArrayList;
import java.util.List;

/** Hands the comments around the tokens that end a declaration's head or body to the declarations they belong to. */
final class DocComments {
    private final CommentGap gap;
    private String leading = "";
    private List<String> detached = new ArrayList<>();

    DocComments(Lexer lexer) {
        this.gap = new CommentGap(lexer);
    }

    /** Moves the lexer to the first token, which is at or after {@code from}. */
    void readFirst(int from) {
        gap.readFirst(from);
        leading = gap.leading();
        detached = gap.detached();
    }

    /** Steps over the token that ends the head of a declaration: the declaration gets its comments. */
    void endOf(Span declaration) {
        gap.read();
        declaration.leading = leading;
        declaration.trailing = gap.trailing();
        declaration.detached = List.copyOf(detached);
        leading = gap.leading();
        detached = gap.detached();
    }

    /** Steps over a closing brace: comments that waited for a declaration are dropped. */
    void endOfBlock() {
        gap.read();
        leading = gap.leading();
        detached = gap.detached();
    }

    /** Steps over the semicolon of an empty statement: its detached comments wait for the next declaration. */
    void endOfEmptyStatement() {
        gap.read();
        leading = gap.leading();
        detached.addAll(gap.detached());
    }
}
