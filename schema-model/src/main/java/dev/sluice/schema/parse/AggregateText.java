package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.UninterpretedOption;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a message in text format between braces as its tokens, joined by single spaces. */
final class AggregateText {
    private final Tokens tokens;
    private byte[] text = new byte[256];
    private int length;

    AggregateText(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads from the opening to the closing brace; only braces need to match. */
    UninterpretedOption.Aggregate read() {
        length = 0;
        int opening = tokens.start();
        tokens.next();
        int depth = 0;
        while (!tokens.atEnd()) {
            if (tokens.at('{')) {
                depth++;
            } else if (tokens.at('}')) {
                if (depth == 0) {
                    int closing = tokens.start();
                    tokens.next();
                    String joined = new String(text, 0, length, StandardCharsets.UTF_8);
                    return new UninterpretedOption.Aggregate(tokens.source(), opening + 1, closing, joined);
                }
                depth--;
            }
            append(tokens.start(), tokens.end());
            tokens.next();
        }
        throw tokens.fail(opening, "the file ends inside this option value; its closing \"}\" is missing");
    }

    private void append(int start, int end) {
        int added = end - start + 1;
        if (length + added > text.length) {
            text = Arrays.copyOf(text, (length + added) * 2);
        }
        if (length > 0) {
            text[length++] = ' ';
        }
        System.arraycopy(tokens.source(), start, text, length, end - start);
        length += end - start;
    }
}
