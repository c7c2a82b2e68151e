package dev.sluice.codegen.code;

import java.util.function.Function;

/** Prints code with its indentation. */
final class CodePrinter {
    private static final String LEVEL = "    ";

    private final StringBuilder out;
    private final String margin;
    private final String blank;
    private int level;
    /** The line within a statement, from 0; negative outside. */
    private int statementLine = -1;

    private boolean atLineStart;

    /**
     * Prints to where a line has begun.
     *
     * @param margin what further lines begin with; those without code have no more of it than the text it ends with
     */
    CodePrinter(StringBuilder out, String margin) {
        this.out = out;
        this.margin = margin;
        this.blank = margin.isBlank() ? "" : margin.stripTrailing();
    }

    /** Prints code; {@code names} tells what a type is called there. */
    void print(CodeBlock code, Function<Object, String> names) {
        Object[] marks = code.marks();
        String text = code.text();
        int from = 0;
        for (int i = 0; i < marks.length; i++) {
            lines(text, from, code.offset(i));
            from = code.offset(i);
            if (marks[i] instanceof CodeBlock.Layout layout) {
                apply(layout);
            } else {
                begin();
                out.append(names.apply(marks[i]));
            }
        }
        lines(text, from, text.length());
    }

    private void apply(CodeBlock.Layout layout) {
        switch (layout) {
            case INDENT -> level++;
            case UNINDENT -> level--;
            case STATEMENT -> statementLine = 0;
            case STATEMENT_END -> {
                if (statementLine > 0) {
                    level -= 2;
                }
                statementLine = -1;
            }
        }
    }

    private void lines(String text, int start, int end) {
        int from = start;
        while (from < end) {
            int feed = text.indexOf('\n', from);
            int lineEnd = feed < 0 || feed > end ? end : feed;
            if (lineEnd > from) {
                begin();
                out.append(text, from, lineEnd);
            }
            if (lineEnd == end) {
                return;
            }
            endLine();
            from = lineEnd + 1;
        }
    }

    private void begin() {
        if (atLineStart) {
            out.append(margin);
            for (int i = 0; i < level; i++) {
                out.append(LEVEL);
            }
            atLineStart = false;
        }
    }

    private void endLine() {
        if (atLineStart) {
            out.append(blank);
        }
        out.append('\n');
        atLineStart = true;
        if (statementLine == 0) {
            level += 2;
        }
        if (statementLine >= 0) {
            statementLine++;
        }
    }
}
