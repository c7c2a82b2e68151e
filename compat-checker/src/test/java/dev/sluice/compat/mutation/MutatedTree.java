package dev.sluice.compat.mutation;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree with random changes, each of which left it readable. */
public final class MutatedTree {
    private static final int TRIES = 8;

    private final SchemaTree base;
    private final List<Mutation> mutations;
    private final Random random;
    private final Map<String, String> texts;
    private final Map<String, List<String>> applied = new TreeMap<>();
    private final List<Set<String>> changes = new ArrayList<>();
    private final SchemaReader reader = new SchemaReader(List.of());

    MutatedTree(SchemaTree base, List<Mutation> mutations, Random random) {
        this.base = base;
        this.mutations = List.copyOf(mutations);
        this.random = random;
        this.texts = new TreeMap<>(base.texts());
    }

    /** Changes files of a tree in ways that a peer may notice. */
    public static MutatedTree of(SchemaTree base, int changes, Random random) throws IOException {
        return of(base, changes, Mutations.ALL, random);
    }

    /** Changes files of a tree. */
    public static MutatedTree of(SchemaTree base, int changes, List<Mutation> mutations, Random random)
            throws IOException {
        MutatedTree mutated = new MutatedTree(base, mutations, random);
        List<String> paths = new ArrayList<>(base.texts().keySet());
        for (int i = 0; i < changes; i++) {
            mutated.change(paths.get(random.nextInt(paths.size())));
        }
        mutated.revertUnreadable();
        return mutated;
    }

    private void change(String path) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            boolean changed = random.nextInt(12) == 0
                    ? FileMutations.change(path, texts, random)
                            .map(this::tryTexts)
                            .orElse(false)
                    : changeText(path);
            if (changed) {
                return;
            }
        }
    }

    private boolean changeText(String path) throws IOException {
        String before = texts.get(path);
        if (before == null) {
            return false;
        }
        Optional<SchemaText> schema = SchemaText.of(path, before);
        if (schema.isEmpty()) {
            return false;
        }
        Mutation mutation = mutations.get(random.nextInt(mutations.size()));
        List<Edit> edits = mutation.change().edits(schema.get(), random);
        String now = Edit.apply(edits, before);
        if (now.equals(before) || SchemaText.of(path, now).isEmpty()) {
            return false;
        }
        return tryTexts(new FileMutations.Change(mutation.name(), Map.of(path, Optional.of(now))));
    }

    /** Takes a change over if all files that depend on the changed ones can still be read. */
    private boolean tryTexts(FileMutations.Change change) {
        Map<String, String> tried = new TreeMap<>(texts);
        Set<String> affected = new TreeSet<>();
        change.texts().forEach((path, text) -> {
            affected.addAll(SchemaTree.dependents(path, texts));
            text.ifPresentOrElse(now -> tried.put(path, now), () -> tried.remove(path));
        });
        affected.addAll(change.texts().keySet());
        affected.retainAll(tried.keySet());
        if (affected.isEmpty() || !isReadable(tried, affected)) {
            return false;
        }
        texts.clear();
        texts.putAll(tried);
        changes.add(change.texts().keySet());
        change.texts()
                .keySet()
                .forEach(path ->
                        applied.computeIfAbsent(path, p -> new ArrayList<>()).add(change.name()));
        return true;
    }

    private boolean isReadable(Map<String, String> tried, Set<String> paths) {
        try {
            return reader.read(new TreeSource(tried), paths) instanceof ReadResult.Read;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Undoes the changes of files that clash with others that do not import them. */
    private void revertUnreadable() throws IOException {
        while (reader.read(new TreeSource(texts)) instanceof ReadResult.Failed failed) {
            if (applied.isEmpty()) {
                throw new AssertionError("unreadable without a change: " + failed.problems());
            }
            int before = count();
            for (Problem problem : failed.problems()) {
                revert(problem.path());
            }
            if (count() == before) {
                revertAll();
            }
        }
    }

    /** Undoes the changes of a file, and of the files that were changed along with it. */
    public void revert(String path) {
        Set<String> together = new TreeSet<>(Set.of(path));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<String> change : changes) {
                if (change.stream().anyMatch(together::contains)) {
                    grown |= together.addAll(change);
                }
            }
        }
        for (String file : together) {
            applied.remove(file);
            String before = base.texts().get(file);
            if (before == null) {
                texts.remove(file);
            } else {
                texts.put(file, before);
            }
        }
    }

    /** Undoes all changes. */
    public void revertAll() {
        applied.clear();
        texts.clear();
        texts.putAll(base.texts());
    }

    /** The texts by path, a char a byte. */
    public Map<String, String> texts() {
        return texts;
    }

    /** The files as they are now, to be changed further. */
    public SchemaTree tree() {
        return new SchemaTree(texts);
    }

    /** The files as a source. */
    public TreeSource source() {
        return new TreeSource(texts);
    }

    /** The names of the changes, by file. */
    public Map<String, List<String>> applied() {
        return applied;
    }

    /** How many changes there are. */
    public int count() {
        return applied.values().stream().mapToInt(List::size).sum();
    }
}
