package dev.sluice.runtime.regex;

import java.util.List;

/** A regular expression as a tree. */
sealed interface Node {

    /** One character of a set. */
    record Chars(CharSet set) implements Node {}

    /** One after the other. */
    record Sequence(List<Node> parts) implements Node {}

    /** Any of several. */
    record Choice(List<Node> branches) implements Node {}

    /**
     * So many of one.
     *
     * @param max -1 for any number
     */
    record Repeat(Node of, int min, int max) implements Node {}

    /** A place between characters. */
    record Place(Kind kind) implements Node {}

    /** Places between characters. */
    enum Kind {
        TEXT_START,
        TEXT_END,
        LINE_START,
        LINE_END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY
    }
}
