package dev.sluice.runtime;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far one message of a JSON text has been read. */
final class JsonFrame {
    JsonNames names = JsonNames.NONE;
    /** The member most likely to come next. */
    int expected;
    /** The member being read, and where it or its present element starts. */
    String member = "";

    int start;
    /** Whether the object, list or map has had no part yet. */
    boolean first;

    int element;
    /** Whether a member {@code @type} is expected beside those of the message. */
    boolean typed;

    @Nullable
    String key;

    private boolean inList;
    private long[] seen = new long[1];
    private @Nullable Set<String> unknown;

    void begin(JsonNames ofMessage) {
        names = ofMessage;
        int words = (ofMessage.size() + 63) >> 6;
        if (seen.length < words) {
            seen = new long[words];
        } else {
            Arrays.fill(seen, 0);
        }
        unknown = null;
        typed = false;
        expected = 0;
        member = "";
        endParts();
        first = true;
    }

    /** Whether a list or map is being read. */
    boolean hasParts() {
        return inList;
    }

    void leaveMember() {
        member = "";
    }

    void beginParts() {
        first = true;
        inList = true;
        element = -1;
        key = null;
    }

    /** Goes back from a list or map to the message, which has had a member then. */
    void endParts() {
        first = false;
        inList = false;
        key = null;
    }

    /** Notes a member, and tells whether it was there before. */
    boolean isRepeated(int index) {
        if (index < 0) {
            if (unknown == null) {
                unknown = new HashSet<>();
            }
            return !unknown.add(member);
        }
        expected = index + 1;
        long bit = 1L << index;
        boolean before = (seen[index >> 6] & bit) != 0;
        seen[index >> 6] |= bit;
        return before;
    }

    void appendElement(StringBuilder path) {
        if (key != null) {
            path.append("[\"").append(key).append("\"]");
        } else if (inList && element >= 0) {
            path.append('[').append(element).append(']');
        }
    }
}
