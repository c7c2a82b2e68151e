package dev.sluice.compat.mutation;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.parse.ProtoParser;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Schema files that import nothing but each other and what is well known. */
public final class SchemaTree {
    private final Map<String, String> texts = new TreeMap<>();

    SchemaTree(Map<String, String> texts) {
        this.texts.putAll(texts);
    }

    /** The files below folders, those of the first folder where two have the same path; not the well-known ones. */
    static SchemaTree below(Path... roots) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".proto"))
                        .sorted()
                        .toList()) {
                    String path = root.relativize(file).toString();
                    if (!new SchemaReader(List.of()).findsImport(path)) {
                        texts.putIfAbsent(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return new SchemaTree(texts);
    }

    /** Those of the files that can be read together: what has a problem is left out. */
    SchemaTree valid() throws IOException {
        Map<String, String> valid = new TreeMap<>(texts);
        while (new SchemaReader(List.of()).read(new TreeSource(valid)) instanceof ReadResult.Failed failed) {
            for (Problem problem : failed.problems()) {
                valid.remove(problem.path());
            }
        }
        return new SchemaTree(valid);
    }

    /** The tree without some files and those that import them. */
    public SchemaTree without(Collection<String> paths) {
        SchemaTree rest = new SchemaTree(texts);
        for (String path : paths) {
            rest.texts.keySet().removeAll(dependents(path, texts));
        }
        return rest;
    }

    /** The paths of the files of more than so many bytes. */
    public List<String> largerThan(int bytes) {
        return texts.keySet().stream()
                .filter(path -> texts.getOrDefault(path, "").length() > bytes)
                .toList();
    }

    /** The paths of the files with a piece of text. */
    public List<String> containing(String piece) {
        return texts.keySet().stream()
                .filter(path -> texts.getOrDefault(path, "").contains(piece))
                .toList();
    }

    /** Some files of this tree and all that they import. */
    public SchemaTree sample(int count, Random random) {
        List<String> all = new ArrayList<>(texts.keySet());
        Collections.shuffle(all, random);
        Map<String, String> sample = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(all.subList(0, Math.min(count, all.size())));
        while (!open.isEmpty()) {
            String path = open.remove();
            String text = texts.get(path);
            if (text != null && sample.put(path, text) == null) {
                open.addAll(imports(path, text));
            }
        }
        return new SchemaTree(sample);
    }

    /** The files that import a file, directly or through others, and the file. */
    public static Set<String> dependents(String path, Map<String, String> texts) {
        Set<String> found = new TreeSet<>(Set.of(path));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                for (String dependency : found) {
                    if (!found.contains(entry.getKey()) && entry.getValue().contains('"' + dependency + '"')) {
                        grown = found.add(entry.getKey());
                        break;
                    }
                }
            }
        }
        return found;
    }

    private static List<String> imports(String path, String text) {
        FileProto file = ProtoParser.parse(path, text.getBytes(StandardCharsets.ISO_8859_1), new Problems(), false)
                .proto();
        List<String> imports = new ArrayList<>(file.dependencies());
        imports.addAll(file.optionDependencies());
        return imports;
    }

    /** The texts by path, a char a byte. */
    public Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** The files as a source. */
    public TreeSource source() {
        return new TreeSource(texts);
    }

    /** Writes all files. */
    public static void write(Map<String, String> texts, Path folder) throws IOException {
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue(), StandardCharsets.ISO_8859_1);
        }
    }
}
