package dev.sluice.runtime.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A set of code points, as disjoint ranges in order. */
final class CharSet {
    static final CharSet ALL = new CharSet(new int[] {0, Character.MAX_CODE_POINT});
    static final CharSet DIGIT = of('0', '9');
    static final CharSet SPACE = of('\t', '\n', '\f', '\r', ' ', ' ');
    static final CharSet WORD = of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
    static final CharSet NEWLINE = of('\n', '\n');

    private final int[] ranges;

    private CharSet(int[] ranges) {
        this.ranges = ranges;
    }

    /** The ranges from each first to the last behind it, in any order. */
    static CharSet of(int... bounds) {
        List<int[]> sorted = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            sorted.add(new int[] {bounds[i], bounds[i + 1]});
        }
        sorted.sort((a, b) -> Integer.compare(a[0], b[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] range : sorted) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && range[0] <= last[1] + 1) {
                last[1] = Math.max(last[1], range[1]);
            } else {
                merged.add(range);
            }
        }
        int[] flat = new int[merged.size() * 2];
        for (int i = 0; i < merged.size(); i++) {
            flat[2 * i] = merged.get(i)[0];
            flat[2 * i + 1] = merged.get(i)[1];
        }
        return new CharSet(flat);
    }

    static CharSet matching(IntPredicate wanted) {
        List<Integer> bounds = new ArrayList<>();
        boolean in = false;
        for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
            boolean matches = c <= Character.MAX_CODE_POINT && wanted.test(c);
            if (matches != in) {
                bounds.add(in ? c - 1 : c);
                in = matches;
            }
        }
        return new CharSet(bounds.stream().mapToInt(Integer::intValue).toArray());
    }

    CharSet or(CharSet other) {
        int[] both = new int[ranges.length + other.ranges.length];
        System.arraycopy(ranges, 0, both, 0, ranges.length);
        System.arraycopy(other.ranges, 0, both, ranges.length, other.ranges.length);
        return of(both);
    }

    CharSet not() {
        List<Integer> bounds = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] > from) {
                bounds.add(from);
                bounds.add(ranges[i] - 1);
            }
            from = ranges[i + 1] + 1;
        }
        if (from <= Character.MAX_CODE_POINT) {
            bounds.add(from);
            bounds.add(Character.MAX_CODE_POINT);
        }
        return new CharSet(bounds.stream().mapToInt(Integer::intValue).toArray());
    }

    /** With every character the others that differ from it in case only (Unicode simple case folding). */
    CharSet ignoringCase() {
        List<Integer> bounds = new ArrayList<>();
        for (int i = 0; i < ranges.length; i += 2) {
            bounds.add(ranges[i]);
            bounds.add(ranges[i + 1]);
        }
        for (int c = 0; c < 0x1E944; c++) {
            int folded = fold(c);
            if (folded != c && (contains(folded) != contains(c) || contains(Character.toUpperCase(c)) != contains(c))) {
                for (int variant : new int[] {c, folded, Character.toUpperCase(c)}) {
                    bounds.add(variant);
                    bounds.add(variant);
                }
            }
        }
        return of(bounds.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int fold(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    boolean contains(int c) {
        int low = 0;
        int high = ranges.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (c < ranges[2 * middle]) {
                high = middle - 1;
            } else if (c > ranges[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return ranges.length == 0;
    }

    /** Adds where membership changes. */
    void addBounds(java.util.Set<Integer> to) {
        for (int i = 0; i < ranges.length; i += 2) {
            to.add(ranges[i]);
            to.add(ranges[i + 1] + 1);
        }
    }
}
