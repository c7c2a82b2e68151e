package dev.sluice.compat.config;

import dev.sluice.compat.finding.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns the bytes of a YAML file (YAML 1.2) into nodes. Bounds: one MiB, 32 collections inside each other, 50 aliases of
 * collections, one document.
 */
final class YamlText {
    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 32;
    private static final int MOST_ALIASES = 50;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlText() {}

    /** The root of the first document, or empty where the file is empty or has problems. */
    static Optional<Node> parse(byte[] bytes, YamlFile file) {
        if (bytes.length > LARGEST) {
            file.problem(file.whole(), "the file has " + bytes.length + " bytes; at most " + LARGEST + " are read");
            return Optional.empty();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            file.problem(file.whole(), "the file is not UTF-8 text");
            return Optional.empty();
        }
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        // The buffer takes the whole text: snakeyaml-engine 3.0.1 fails where a surrogate pair lies across its end.
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(plain.length() + 2)
                .setLabel("configuration")
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(LARGEST)
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            return !isComposable(plain, settings, file) ? Optional.empty() : new Compose(settings).composeString(plain);
        } catch (MarkedYamlEngineException e) {
            file.problem(file.at(e.getProblemMark()), "this is not YAML: " + oneLine(e.getProblem()));
        } catch (ReaderException e) {
            file.problem(
                    placeOf(plain, e.getPosition(), file),
                    "the character " + String.format("U+%04X", e.getCodePoint()) + " may not be in a YAML file");
        } catch (YamlEngineException e) {
            file.problem(file.whole(), "this is not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** Whether there is one document, and collections are not nested too deep to be composed, which recurses. */
    private static boolean isComposable(String text, LoadSettings settings, YamlFile file) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case DocumentStart -> documents++;
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias, Comment, DocumentEnd, Scalar, StreamEnd, StreamStart -> {}
            }
            if (depth > DEEPEST || documents > 1) {
                file.problem(
                        file.at(event.getStartMark()),
                        documents > 1
                                ? "a second document starts here; one is read"
                                : "lists and mappings are nested more than " + DEEPEST + " deep");
                return false;
            }
        }
        return true;
    }

    private static Place placeOf(String text, int position, YamlFile file) {
        int end = Math.min(Math.max(position, 0), text.length());
        int line = 1;
        int column = 1;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Place(file.whole().file(), line, column);
    }

    private static String oneLine(String message) {
        int newline = message.indexOf('\n');
        return newline < 0 ? message : message.substring(0, newline);
    }
}
