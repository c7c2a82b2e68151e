package dev.sluice.schema.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded mutations of real schemas. Mutated by token, protoc and we must agree on which are valid; mutated by byte, the
 * reader must answer with problems and nothing else.
 */
class MutationOracleTest {
    private static final long SEED = Long.getLong("sluice.seed", 20261123L);
    private static final long NANOS = 25_000_000_000L;
    private static final int TOKEN_MUTATIONS = 600;
    private static final int BYTE_MUTATIONS = 3000;
    private static final int LARGEST_FILE = 20_000;

    @TempDir
    private Path scratch;

    private final Random random = new Random(SEED);

    /** A schema of the corpora, and the roots its imports are looked up in. */
    private record Original(Path root, String name, List<Path> roots) {}

    private static List<Original> originals() throws IOException {
        Path tests = Corpora.unpacked("protobuf-tests");
        Path googleapis = Corpora.unpacked("googleapis").resolve("new");
        List<Path> testRoots = List.of(tests.resolve("src"), tests.resolve("java/core/src/test/proto"), tests);
        List<Original> originals = new ArrayList<>();
        addAll(tests.resolve("src"), "google/protobuf/unittest", testRoots, originals);
        addAll(tests.resolve("java/core/src/test/proto"), "", testRoots, originals);
        addAll(tests, "editions", testRoots, originals);
        addAll(googleapis, "google/cloud/s", List.of(googleapis), originals);
        return originals;
    }

    private static void addAll(Path root, String prefix, List<Path> roots, List<Original> originals)
            throws IOException {
        for (String path : new FolderSource(root).list()) {
            if (path.startsWith(prefix) && Files.size(root.resolve(path)) < LARGEST_FILE) {
                originals.add(new Original(root, path, roots));
            }
        }
    }

    private ReadResult read(Original original, byte[] text) throws IOException {
        List<SchemaSource> imports = new ArrayList<>();
        original.roots().forEach(root -> imports.add(new FolderSource(root)));
        Path file = scratch.resolve("mutated").resolve(original.name());
        Files.createDirectories(file.getParent());
        Files.write(file, text);
        return new SchemaReader(imports)
                .read(new OneFileSource(new FolderSource(scratch.resolve("mutated")), original.name()));
    }

    @Test
    void protocAndWeAgreeOnMutatedTokens() throws IOException, InterruptedException {
        Protoc protoc = new Protoc();
        List<Original> originals = originals();
        long end = System.nanoTime() + NANOS;
        int judged = 0;
        for (int round = 0; round < TOKEN_MUTATIONS && System.nanoTime() < end; round++) {
            Original original = originals.get(random.nextInt(originals.size()));
            String text = Files.readString(original.root().resolve(original.name()), StandardCharsets.ISO_8859_1);
            byte[] mutated = TokenMutation.of(text, random).getBytes(StandardCharsets.ISO_8859_1);
            ReadResult result = read(original, mutated);
            List<Path> roots = new ArrayList<>(List.of(scratch.resolve("mutated")));
            roots.addAll(original.roots());
            Protoc.Answer answer = protoc.compile(roots, List.of(original.name()), scratch, List.of());
            assertThat(result instanceof ReadResult.Read)
                    .as(
                            "seed %d, round %d, %s%nprotoc: %s%nours: %s%n%s",
                            SEED,
                            round,
                            original.name(),
                            answer.complaint(),
                            result,
                            new String(mutated, StandardCharsets.ISO_8859_1))
                    .isEqualTo(answer.accepted());
            Files.delete(scratch.resolve("mutated").resolve(original.name()));
            judged++;
        }
        assertThat(judged).as("mutations judged before the time was up").isGreaterThan(20);
    }

    @Test
    void mutatedBytesGiveProblemsAndNothingElse() throws IOException {
        List<Original> originals = originals();
        long end = System.nanoTime() + NANOS;
        for (int round = 0; round < BYTE_MUTATIONS && System.nanoTime() < end; round++) {
            Original original = originals.get(random.nextInt(originals.size()));
            byte[] text = Files.readAllBytes(original.root().resolve(original.name()));
            for (int i = random.nextInt(6); i >= 0; i--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(original, text)).isNotNull();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + SEED + ", round " + round + ", " + original.name(), e);
            }
        }
    }
}
