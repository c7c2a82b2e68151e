package dev.sluice.schema.parse;

import java.util.List;

/** A source location being recorded: the path of an element and the byte offsets of its text. */
final class Span {
    static final int[] NO_PATH = new int[0];

    int[] path;
    int start;
    int end;
    String leading = "";
    String trailing = "";
    List<String> detached = List.of();

    Span(int[] path, int start) {
        this.path = path;
        this.start = start;
        this.end = start;
    }
}
