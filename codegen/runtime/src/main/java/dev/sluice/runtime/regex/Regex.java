package dev.sluice.runtime.regex;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in RE2's syntax. Texts are matched in linear time by an automaton that is built as texts need it,
 * without allocation once it is there. Immutable as seen from outside; safe for several threads.
 */
public final class Regex {
    /** Beyond so many states an automaton is not kept: each text then pays for its own. */
    private static final int MAX_STATES = 4096;

    private final String pattern;
    private final Program program;
    private final Map<Key, State> states = new ConcurrentHashMap<>();
    private final State start;

    private Regex(String pattern, Program program) {
        this.pattern = pattern;
        this.program = program;
        BitSet first = new BitSet();
        first.set(0);
        this.start = new State(first, new Key(first, false, false, false), true, program.classes());
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
        State state = start;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int c = text.charAt(i);
            if (c >= 0xD800 && c < 0xDC00 && i + 1 < length) {
                c = text.codePointAt(i);
                i += c > 0xFFFF ? 1 : 0;
            }
            int kind = program.classOf(c);
            State next = state.next[kind];
            if (next == null) {
                next = step(state, kind);
                if (states.size() < MAX_STATES) {
                    state.next[kind] = next;
                }
            }
            if (next.isMatch) {
                return true;
            }
            state = next;
        }
        Boolean atEnd = state.matchesAtEnd;
        if (atEnd == null) {
            atEnd = reach(state, -1).get(program.size() - 1);
            state.matchesAtEnd = atEnd;
        }
        return atEnd;
    }

    /** The state after a character of a class. */
    private State step(State from, int kind) {
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
        Key key = new Key(next, CharSet.WORD.contains(c), c == '\n', isMatch);
        State known = states.get(key);
        if (known != null) {
            return known;
        }
        State made = new State(next, key, false, program.classes());
        if (states.size() < MAX_STATES) {
            State other = states.putIfAbsent(key, made);
            return other == null ? made : other;
        }
        return made;
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
        final BitSet at;
        final boolean isStart;
        final boolean afterWord;
        final boolean afterNewline;
        final boolean isMatch;
        final @Nullable State[] next;
        volatile @Nullable Boolean matchesAtEnd;

        State(BitSet at, Key key, boolean isStart, int classes) {
            this.at = at;
            this.isStart = isStart;
            this.afterWord = key.afterWord();
            this.afterNewline = key.afterNewline();
            this.isMatch = key.isMatch();
            this.next = new State[classes];
        }
    }
}
