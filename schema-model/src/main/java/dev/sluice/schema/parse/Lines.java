package dev.sluice.schema.parse;

import java.util.Arrays;

/** Lines and columns of byte offsets, from 0. */
final class Lines {
    private static final int BLOCK = 1024;

    private final byte[] source;
    private final Columns columns;
    private int[] starts = new int[0];
    private int count;
    private boolean uneven;

    /** Where not every byte is a column, the column of every {@link #BLOCK}th byte: no line is too long to look columns up. */
    private int[] blockColumns = new int[0];

    private int last;

    /** Lines with columns as protoc counts them. */
    Lines(byte[] source) {
        this(source, Columns.BYTES);
    }

    Lines(byte[] source, Columns columns) {
        this.source = source;
        this.columns = columns;
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
        if (!uneven) {
            return offset - start;
        }
        int block = offset / BLOCK;
        boolean fromBlock = block * BLOCK > start;
        int column = fromBlock ? blockColumns[block] : 0;
        for (int i = fromBlock ? block * BLOCK : start; i < offset; i++) {
            column = columns.after(source, i, column);
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
            } else if (columns.isUneven(b)) {
                uneven = true;
            }
        }
        if (uneven) {
            indexColumns();
        }
    }

    private void indexColumns() {
        blockColumns = new int[source.length / BLOCK + 1];
        int column = 0;
        for (int i = 0; i < source.length; i++) {
            if (i % BLOCK == 0) {
                blockColumns[i / BLOCK] = column;
            }
            column = columns.after(source, i, column);
        }
        if (source.length % BLOCK == 0) {
            blockColumns[source.length / BLOCK] = column;
        }
    }
}
