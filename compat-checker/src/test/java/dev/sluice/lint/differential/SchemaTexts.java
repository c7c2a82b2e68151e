package dev.sluice.lint.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Real schemas beside the checkout, as texts by path, a char a byte. Absent, a test is skipped; with CI=true it fails. */
final class SchemaTexts implements SchemaSource {
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+(?:\\w+\\s+)?\"([^\"]+)\"");

    private final Map<String, String> texts;

    SchemaTexts(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /** The schemas below a folder of an archive {@code name.tar.xz}, but for the well-known ones. */
    static SchemaTexts of(String name, String root) throws IOException, InterruptedException {
        Path folder = unpacked(name).resolve(root);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".proto")).toList()) {
                String path = folder.relativize(file).toString();
                if (!new SchemaReader(List.of()).findsImport(path)) {
                    texts.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return new SchemaTexts(texts);
    }

    private static Path unpacked(String name) throws IOException, InterruptedException {
        Path archive = Path.of(System.getProperty("sluice.corpora"), name + ".tar.xz");
        if (!Files.exists(archive)) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true the corpus %s must be there", archive)
                    .isNotEqualTo("true");
            assumeTrue(false, "skipped: no corpus at " + archive + " (name its folder with -Dsluice.corpora=DIR)");
        }
        Path folder = Path.of(System.getProperty("sluice.build"), "corpora", name);
        if (!Files.isDirectory(folder)) {
            Path partial = folder.resolveSibling(name + ".lint.part");
            Files.createDirectories(partial);
            int status = new ProcessBuilder("tar", "-xf", archive.toString(), "-C", partial.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).as("tar").isZero();
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** Some of the schemas and all that they import. */
    SchemaTexts sample(int count, Random random) {
        List<String> all = new ArrayList<>(texts.keySet());
        Collections.shuffle(all, random);
        Map<String, String> sample = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(all.subList(0, Math.min(count, all.size())));
        while (!open.isEmpty()) {
            String path = open.remove();
            String text = texts.get(path);
            if (text != null && sample.put(path, text) == null) {
                IMPORT.matcher(text).results().forEach(imported -> open.add(imported.group(1)));
            }
        }
        return new SchemaTexts(sample);
    }

    /** Without some schemas, and those that import them. */
    SchemaTexts without(Collection<String> paths) {
        Map<String, String> rest = new TreeMap<>(texts);
        Deque<String> open = new ArrayDeque<>(paths);
        while (!open.isEmpty()) {
            String gone = open.remove();
            rest.remove(gone);
            rest.forEach((path, text) -> {
                if (text.contains("\"" + gone + "\"") && !open.contains(path)) {
                    open.add(path);
                }
            });
        }
        return new SchemaTexts(rest);
    }

    /** The schemas that have problems; none where all can be read. */
    Set<String> unreadable() throws IOException {
        Set<String> paths = new TreeSet<>();
        if (new SchemaReader(List.of()).read(this) instanceof ReadResult.Failed failed) {
            for (Problem problem : failed.problems()) {
                paths.add(problem.path());
            }
        }
        return paths;
    }

    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue(), StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public List<String> list() {
        return List.copyOf(texts.keySet());
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(texts.get(path)).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String describe() {
        return "memory";
    }
}
