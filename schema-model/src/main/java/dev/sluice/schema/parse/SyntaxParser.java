package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;

/** Parses the {@code syntax} or {@code edition} statement at the top of a file. */
final class SyntaxParser {
    private final Tokens tokens;
    private final Span root;

    SyntaxParser(Tokens tokens, Span root) {
        this.tokens = tokens;
        this.root = root;
    }

    /**
     * The edition of the file: proto2 where the file does not say.
     *
     * @throws StatementError if the statement is malformed or names an edition that is not known; the rest of the file
     *     cannot be read then
     */
    Edition read() {
        Word word = tokens.word();
        if (word != Word.SYNTAX && word != Word.EDITION) {
            return Edition.PROTO2;
        }
        Span span = tokens.locations().open(root, Tag.File.SYNTAX);
        tokens.next();
        tokens.require('=', "\"=\" after \"" + word.text() + "\"");
        int start = tokens.start();
        String text = tokens.literals().string("the " + word.text() + " in quotes");
        tokens.endStatement(span);
        tokens.locations().close(span);
        return edition(word, text, start);
    }

    private Edition edition(Word word, String text, int start) {
        StringBuilder known = new StringBuilder();
        for (Edition edition : Edition.values()) {
            if (edition.isEdition() == (word == Word.EDITION)) {
                if (edition.text().equals(text)) {
                    return edition;
                }
                known.append(known.isEmpty() ? "" : ", ")
                        .append('"')
                        .append(edition.text())
                        .append('"');
            }
        }
        throw tokens.fail(
                start,
                "unknown " + word.text() + "; known are " + known
                        + "; what only a newer protoc reads can be given as a descriptor set made by it");
    }
}
