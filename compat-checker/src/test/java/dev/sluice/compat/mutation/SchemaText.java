package dev.sluice.compat.mutation;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.parse.ParsedFile;
import dev.sluice.schema.parse.ProtoParser;
import dev.sluice.schema.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The text of a schema, a char a byte, and its parts. */
public final class SchemaText {
    private static final int TAB = 8;

    private final String text;
    private final List<Part> parts;

    private SchemaText(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Takes a text apart, or is empty where it has syntax errors. */
    static Optional<SchemaText> of(String path, String text) {
        Problems problems = new Problems();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        ParsedFile parsed = ProtoParser.parse(path, bytes, problems, true);
        SourceInfo info = parsed.sourceInfo();
        if (!problems.isEmpty() || info == null) {
            return Optional.empty();
        }
        int[] lines = lines(bytes);
        List<Part> parts = new ArrayList<>();
        for (SourceInfo.Location location : info.locations()) {
            Optional<PartKind> kind = PartKind.of(location.path());
            if (kind.isPresent()) {
                int[] span = location.span();
                parts.add(new Part(
                        kind.get(),
                        location.path(),
                        offset(bytes, lines[span[0]], span[1]),
                        offset(bytes, lines[span[2]], span[3])));
            }
        }
        return Optional.of(new SchemaText(text, parts));
    }

    private static int[] lines(byte[] bytes) {
        int[] starts = new int[bytes.length + 1];
        int count = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                starts[count++] = i + 1;
            }
        }
        return starts;
    }

    private static int offset(byte[] bytes, int line, int column) {
        int at = line;
        for (int reached = 0; reached < column; at++) {
            reached = bytes[at] == '\t' ? (reached / TAB + 1) * TAB : reached + 1;
        }
        return at;
    }

    String text() {
        return text;
    }

    String text(Part part) {
        return text.substring(part.start(), part.end());
    }

    List<Part> all(PartKind... kinds) {
        List<PartKind> wanted = List.of(kinds);
        return parts.stream().filter(part -> wanted.contains(part.kind())).toList();
    }

    /** One of the parts of these kinds, or empty where there is none. */
    Optional<Part> any(Random random, PartKind... kinds) {
        return oneOf(all(kinds), random);
    }

    /** One of the parts of a kind that belong to another part. */
    Optional<Part> within(Part owner, PartKind kind, Random random) {
        return oneOf(all(kind).stream().filter(owner::owns).toList(), random);
    }

    /** The part of a kind that is directly part of another. */
    Optional<Part> of(Part owner, PartKind kind) {
        return all(kind).stream()
                .filter(part -> owner.owns(part) && part.path().length == owner.path().length + 1)
                .findFirst();
    }

    static <T> Optional<T> oneOf(List<T> all, Random random) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /** Where the body of a message, enum or service begins: after its brace. */
    int bodyOf(Part block) {
        return text.indexOf('{', block.start()) + 1;
    }

    boolean isEdition() {
        return text.contains("edition = \"");
    }

    boolean isProto3() {
        return text.contains("syntax = \"proto3\"") || text.contains("syntax = 'proto3'");
    }
}
