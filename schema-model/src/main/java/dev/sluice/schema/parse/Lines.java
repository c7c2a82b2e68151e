package dev.sluice.schema.parse;

import java.util.Arrays;

/** Lines and columns of byte offsets, from 0; columns count bytes, a tab goes to the next multiple of eight. */
final class Lines {
    private static final int TAB_WIDTH = 8;

    private final byte[] source;
    private int[] starts = new int[0];
    private int count;
    private boolean tabs;
    private int last;

    Lines(byte[] source) {
        this.source = source;
    }

    /** The line of an offset; the source's length is a valid offset. */
    int line(int offset) {
        if (count == 0) {
            index();
        }
        if (offset < starts[last]) {
            last = find(offset);
        } else if (last + 1 < count && offset >= starts[last + 1]) {
            last++;
            if (last + 1 < count && offset >= starts[last + 1]) {
                last = find(offset);
            }
        }
        return last;
    }

    /** The column of an offset. */
    int column(int offset) {
        int start = starts[line(offset)];
        if (!tabs) {
            return offset - start;
        }
        int column = 0;
        for (int i = start; i < offset; i++) {
            column += source[i] == '\t' ? TAB_WIDTH - column % TAB_WIDTH : 1;
        }
        return column;
    }

    private int find(int offset) {
        int at = Arrays.binarySearch(starts, 0, count, offset);
        return at >= 0 ? at : -at - 2;
    }

    private void index() {
        starts = new int[source.length / 32 + 16];
        count = 1;
        for (int i = 0; i < source.length; i++) {
            byte b = source[i];
            if (b == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            } else if (b == '\t') {
                tabs = true;
            }
        }
    }
}
