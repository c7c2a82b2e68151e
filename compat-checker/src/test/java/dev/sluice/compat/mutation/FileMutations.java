package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Changes that concern several files: types move, files are deleted and renamed. */
final class FileMutations {
    private FileMutations() {}

    /**
     * A change.
     *
     * @param texts the new texts by path, empty for a file that is gone
     */
    record Change(String name, Map<String, Optional<String>> texts) {}

    static Optional<Change> change(String path, Map<String, String> texts, Random random) {
        String text = texts.get(path);
        if (text == null) {
            return Optional.empty();
        }
        return switch (random.nextInt(5)) {
            case 0 -> Optional.of(new Change("delete the file", Map.of(path, Optional.empty())));
            case 1 -> {
                String now = path.replace(".proto", "_renamed.proto");
                yield Optional.of(
                        new Change("rename the file", Map.of(path, Optional.empty(), now, Optional.of(text))));
            }
            default -> move(path, text, texts, random);
        };
    }

    /** Moves a type to another file of its package, or to a new one that the old one imports. */
    private static Optional<Change> move(String path, String text, Map<String, String> texts, Random random) {
        Optional<SchemaText> schema = SchemaText.of(path, text);
        Optional<Part> moved = schema.flatMap(from -> from.any(random, MESSAGE, ENUM, SERVICE));
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        String type = schema.get().text(moved.get());
        String rest = Edit.apply(List.of(Edit.delete(moved.get())), text);
        String packageLine = schema.get().all(PACKAGE).stream()
                .findFirst()
                .map(schema.get()::text)
                .orElse("");
        List<String> others = texts.keySet().stream()
                .filter(other -> !other.equals(path)
                        && !packageLine.isEmpty()
                        && texts.getOrDefault(other, "").contains("\n" + packageLine))
                .toList();
        if (random.nextInt(3) > 0 && !others.isEmpty()) {
            String other = others.get(random.nextInt(others.size()));
            return Optional.of(new Change(
                    "move a type to another file",
                    Map.of(path, Optional.of(rest), other, Optional.of(texts.get(other) + "\n" + type + "\n"))));
        }
        Optional<Part> syntax = schema.get().all(SYNTAX).stream().findFirst();
        if (syntax.isEmpty()) {
            return Optional.empty();
        }
        String created = path.replace(".proto", "_moved.proto");
        String header = schema.get().text(syntax.get()) + "\n" + packageLine + "\n";
        SchemaText now = SchemaText.of(path, rest).orElse(schema.get());
        Optional<Part> anchor = now.any(random, SYNTAX);
        if (anchor.isEmpty()) {
            return Optional.empty();
        }
        String importing = Edit.apply(List.of(Edit.insert(anchor.get().end(), " import \"" + created + "\";")), rest);
        return Optional.of(new Change(
                "move a type to a new file",
                Map.of(path, Optional.of(importing), created, Optional.of(header + type + "\n"))));
    }
}
