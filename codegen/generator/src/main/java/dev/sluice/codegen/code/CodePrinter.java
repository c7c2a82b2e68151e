package dev.sluice.codegen.code;

import java.util.function.Function;

/** Prints code with its indentation, as JavaPoet does. */
final class CodePrinter {
    private static final String LEVEL = "    ";
    private static final String JAVADOC = " *";
    private static final int LONGEST_LINE = 100;
    private static final int NONE = -1;

    private final StringBuilder out;
    private final String margin;
    private int level;
    private boolean isJavadoc;
    /** The line within a statement, from 0; {@link #NONE} outside. */
    private int statementLine = NONE;
    /** Where the line may end, in {@link #out}; or {@link #NONE}. */
    private int breakAt = NONE;

    private boolean breakIsSpace;
    private boolean atLineStart;
    private int lineStart;

    /**
     * Prints to where a line has begun.
     *
     * @param margin the blanks that further lines begin with
     * @param isJavadoc whether the code is the text of a Javadoc comment
     */
    CodePrinter(StringBuilder out, String margin, boolean isJavadoc) {
        this.out = out;
        this.margin = margin;
        this.isJavadoc = isJavadoc;
        this.lineStart = out.lastIndexOf("\n") + 1;
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
                statementLine = NONE;
            }
            case JAVADOC -> {
                lines("/**\n");
                isJavadoc = true;
            }
            case JAVADOC_END -> {
                if (!atLineStart) {
                    endLine();
                }
                isJavadoc = false;
                lines(" */\n");
            }
            case BREAK -> mayBreak(false);
            case SPACE -> mayBreak(true);
        }
    }

    private void lines(String text) {
        lines(text, 0, text.length());
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
            indent(level);
            if (isJavadoc) {
                out.append(JAVADOC).append(' ');
            }
            atLineStart = false;
        }
    }

    private void indent(int levels) {
        out.append(margin);
        for (int i = 0; i < levels; i++) {
            out.append(LEVEL);
        }
    }

    private void endLine() {
        if (atLineStart && isJavadoc) {
            indent(level);
            out.append(JAVADOC);
        }
        breakIfLong();
        out.append('\n');
        lineStart = out.length();
        atLineStart = true;
        if (statementLine == 0) {
            level += 2;
        }
        if (statementLine >= 0) {
            statementLine++;
        }
    }

    private void mayBreak(boolean isSpace) {
        breakIfLong();
        breakAt = out.length();
        breakIsSpace = isSpace;
        if (isSpace) {
            out.append(' ');
        }
    }

    private void breakIfLong() {
        if (breakAt != NONE && out.length() - lineStart > LONGEST_LINE) {
            String after = out.substring(breakIsSpace ? breakAt + 1 : breakAt);
            out.setLength(breakAt);
            out.append('\n');
            lineStart = out.length();
            indent(level + 2);
            out.append(after);
        }
        breakAt = NONE;
    }
}
