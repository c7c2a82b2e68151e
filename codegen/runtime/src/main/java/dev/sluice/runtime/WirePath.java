package dev.sluice.runtime;

/**
 * Finds the field at which reading failed by going through the message once more, so that a reader need not note where it
 * is. What is malformed counts as far as it was read; nothing fails here.
 */
final class WirePath {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int number;

    private WirePath(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /**
     * The numbers of the fields from the outermost message, which starts at {@code from}, down to the one read last.
     *
     * @param position how far has been read
     * @param depth the number of messages and groups that were entered and not left
     */
    static String to(byte[] bytes, int from, int position, int depth) {
        WirePath path = new WirePath(bytes, from, position);
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i <= depth && path.findLast(); i++) {
            numbers.append(i == 0 ? "" : ".").append(path.number);
        }
        return numbers.toString();
    }

    /** Goes to the content of the last field whose tag has been read, false where there is none. */
    private boolean findLast() {
        number = 0;
        int content = at;
        while (at < end) {
            int tag = (int) varint();
            if (at > end) {
                break;
            }
            if (tag >>> 3 != 0) {
                number = tag >>> 3;
            }
            int length = (tag & 7) == 2 ? (int) varint() : 0;
            content = at;
            advance(length);
            skip(tag);
        }
        at = content;
        return number != 0;
    }

    /** Steps over the value behind a tag, that of a group up to the end; a length has been heeded. */
    private void skip(int tag) {
        int groups = 0;
        int next = tag;
        while (true) {
            switch (next & 7) {
                case 0 -> varint();
                case 1 -> advance(8);
                case 3 -> groups++;
                case 4 -> groups--;
                case 5 -> advance(4);
                default -> {}
            }
            if (groups <= 0 || at >= end) {
                return;
            }
            next = (int) varint();
            if ((next & 7) == 2) {
                advance((int) varint());
            }
        }
    }

    private void advance(int length) {
        at = length < 0 || length > end - at ? end + 1 : at + length;
    }

    /** A varint; one that has not been read as a whole leads beyond the end. */
    private long varint() {
        long value = 0;
        for (int shift = 0; at < end && shift < 70; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        at = end + 1;
        return value;
    }
}
