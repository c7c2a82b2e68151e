package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.Visibility;

/** Parses {@code export} and {@code local}, words without meaning before edition 2024. */
final class VisibilityParser {
    private final Tokens tokens;
    private final boolean known;

    VisibilityParser(Tokens tokens, Edition edition) {
        this.tokens = tokens;
        this.known = edition.number() >= Edition.EDITION_2024.number();
    }

    /** Steps over the visibility of a message or enum, if one is written. */
    Visibility read() {
        if (!known) {
            return Visibility.UNSET;
        }
        Word word = tokens.word();
        if (word != Word.EXPORT && word != Word.LOCAL) {
            return Visibility.UNSET;
        }
        tokens.next();
        if (!tokens.at(Word.MESSAGE) && !tokens.at(Word.ENUM)) {
            throw tokens.expected("\"message\" or \"enum\" after \"" + word.text() + "\"");
        }
        return word == Word.EXPORT ? Visibility.EXPORT : Visibility.LOCAL;
    }
}
