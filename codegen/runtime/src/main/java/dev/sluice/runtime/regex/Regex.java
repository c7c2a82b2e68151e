package dev.sluice.runtime.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A regular expression in RE2's syntax. Texts are matched in linear time by an automaton that is built as texts need it,
 * without allocation once it is there. Immutable as seen from outside; safe for several threads.
 */
public final class Regex {
    /** Beyond so many states an automaton is not kept: each text then pays for its own. */
    private static final int MAX_STATES = 4096;

    /** What the table has for a step that ends in a match. */
    private static final int MATCH = -1;

    /** What the table has where a text ends without one. */
    private static final int NO_MATCH = -2;

    private final String pattern;
    private final Program program;
    private final Map<Key, State> states = new HashMap<>();
    private final List<State> rows = new ArrayList<>();
    private final State start;
    private final int width;

    /**
     * The steps found so far: a state's row has for each class of characters, and last for the end of the text, the place where
     * the next state's row starts, {@link #MATCH} or {@link #NO_MATCH}, and 0 for what is not known yet. It is read without a
     * lock: what another thread has written is seen or found again.
     */
    private int[] table;

    private Regex(String pattern, Program program) {
        this.pattern = pattern;
        this.program = program;
        this.width = program.classes() + 1;
        this.table = new int[4 * width];
        BitSet first = new BitSet();
        first.set(0);
        this.start = keep(new State(first, new Key(first, false, false, false), true));
    }

    /**
     * Reads a regular expression.
     *
     * @throws RegexSyntaxException if it cannot be read
     */
    public static Regex parse(String pattern) throws RegexSyntaxException {
        return new Regex(pattern, new Program(RegexParser.parse(pattern)));
    }

    /**
     * Reads a regular expression that is known to be one, or at least should be.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public static Regex of(String pattern) {
        try {
            return parse(pattern);
        } catch (RegexSyntaxException e) {
            throw new IllegalArgumentException("malformed regular expression " + pattern + ": " + e.getMessage(), e);
        }
    }

    /** Whether any part of a text matches. */
    public boolean find(String text) {
        int[] steps = table;
        int row = start.row;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int c = text.charAt(i);
            if (c >= 0xD800 && c < 0xDC00 && i + 1 < length) {
                c = text.codePointAt(i);
                i += c > 0xFFFF ? 1 : 0;
            }
            int kind = program.classOf(c);
            int next = steps[row + kind];
            if (next == 0) {
                State reached = step(row, kind);
                if (reached.isMatch || reached.row == 0) {
                    return reached.isMatch || findFrom(reached, text, i + 1);
                }
                next = reached.row;
                steps = table;
            }
            if (next == MATCH) {
                return true;
            }
            row = next;
        }
        int atEnd = steps[row + width - 1];
        return (atEnd == 0 ? end(row) : atEnd) == MATCH;
    }

    /** Goes on where the automaton has all the states that are kept. */
    private boolean findFrom(State from, String text, int position) {
        State state = from;
        for (int i = position; i < text.length() && !state.isMatch; i++) {
            int c = text.codePointAt(i);
            i += c > 0xFFFF ? 1 : 0;
            state = next(state, program.classOf(c));
        }
        return state.isMatch || matchesAtEnd(state);
    }

    /** Finds a step, and notes it in the table where the state it leads to is kept or not needed. */
    private synchronized State step(int row, int kind) {
        State made = next(rows.get(row / width - 1), kind);
        State known = states.get(made.key);
        State next = known != null ? known : made;
        if (known == null && !made.isMatch && states.size() < MAX_STATES) {
            states.put(made.key, keep(made));
        }
        if (next.isMatch || next.row != 0) {
            table[row + kind] = next.isMatch ? MATCH : next.row;
        }
        return next;
    }

    /** Finds whether a state matches at the end of a text, and notes it in the table. */
    private synchronized int end(int row) {
        int atEnd = matchesAtEnd(rows.get(row / width - 1)) ? MATCH : NO_MATCH;
        table[row + width - 1] = atEnd;
        return atEnd;
    }

    private boolean matchesAtEnd(State state) {
        return reach(state, -1).get(program.size() - 1);
    }

    /** Gives a state a row. */
    private State keep(State state) {
        rows.add(state);
        state.row = rows.size() * width;
        if (state.row + width > table.length) {
            table = Arrays.copyOf(table, 2 * table.length);
        }
        return state;
    }

    /** The state after a character of a class. */
    private State next(State from, int kind) {
        int c = program.example(kind);
        BitSet reached = reach(from, c);
        boolean isMatch = reached.get(program.size() - 1);
        BitSet next = new BitSet();
        next.set(0);
        for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
            if (program.step(i) instanceof Program.Take take && take.set().contains(c)) {
                next.set(i + 1);
            }
        }
        return new State(next, new Key(next, CharSet.WORD.contains(c), c == '\n', isMatch), false);
    }

    /** The instructions that a state leads to before the next character, which is negative at the end of the text. */
    private BitSet reach(State state, int next) {
        BitSet reached = new BitSet(program.size());
        int[] open = new int[program.size() + 1];
        int count = 0;
        for (int i = state.at.nextSetBit(0); i >= 0; i = state.at.nextSetBit(i + 1)) {
            open[count++] = i;
            reached.set(i);
        }
        while (count > 0) {
            int at = open[--count];
            int first = -1;
            int second = -1;
            Program.Step step = program.step(at);
            if (step instanceof Program.Fork fork) {
                first = fork.first();
                second = fork.second();
            } else if (step instanceof Program.Look look && isAt(look.kind(), state, next)) {
                first = at + 1;
            }
            if (first >= 0 && !reached.get(first)) {
                reached.set(first);
                open[count++] = first;
            }
            if (second >= 0 && !reached.get(second)) {
                reached.set(second);
                open[count++] = second;
            }
        }
        return reached;
    }

    private static boolean isAt(Node.Kind kind, State state, int next) {
        boolean beforeWord = next >= 0 && CharSet.WORD.contains(next);
        return switch (kind) {
            case TEXT_START -> state.isStart;
            case TEXT_END -> next < 0;
            case LINE_START -> state.isStart || state.afterNewline;
            case LINE_END -> next < 0 || next == '\n';
            case WORD_BOUNDARY -> state.afterWord != beforeWord;
            case NO_WORD_BOUNDARY -> state.afterWord == beforeWord;
        };
    }

    /** The pattern. */
    @Override
    public String toString() {
        return pattern;
    }

    private record Key(BitSet at, boolean afterWord, boolean afterNewline, boolean isMatch) {}

    /** What can come next, where what was before is known. */
    private static final class State {
        final Key key;
        final BitSet at;
        final boolean isStart;
        final boolean afterWord;
        final boolean afterNewline;
        final boolean isMatch;
        /** Where its row in the table starts, 0 where it has none. */
        int row;

        State(BitSet at, Key key, boolean isStart) {
            this.key = key;
            this.at = at;
            this.isStart = isStart;
            this.afterWord = key.afterWord();
            this.afterNewline = key.afterNewline();
            this.isMatch = key.isMatch();
        }
    }
}
