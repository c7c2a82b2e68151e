package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.MessageProto;
import java.util.List;

/**
 * Where the messages that fields bring along (groups and map entries) are declared: the file or a message.
 *
 * @param span the file's or the message's location
 * @param nestedTag the tag of its messages
 * @param messages its messages; those of groups and map entries are added
 * @param depth how many messages enclose what is declared here
 */
record Scope(Span span, int nestedTag, List<MessageProto> messages, int depth) {
    /** How deep messages, groups and map entries may nest. */
    private static final int MAX_DEPTH = 31;

    /** The depth of a message declared here. */
    int nestedDepth(Tokens tokens, int start) {
        if (depth >= MAX_DEPTH) {
            throw tokens.fail(
                    start, "messages, groups and map entries nest at most " + MAX_DEPTH + " deep; move this one out");
        }
        return depth + 1;
    }
}
