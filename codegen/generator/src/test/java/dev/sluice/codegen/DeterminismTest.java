package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same schemas give the same bytes. */
class DeterminismTest {
    private static final long SEED = 20_261_126;
    private static final int ORDERS = 6;
    private static final GeneratorOptions OPTIONS = new GeneratorOptions(true, false);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void inAnyOrderOfFilesAndOnAnyNumberOfThreads(int threads) throws Exception {
        for (SchemaSource source : sources()) {
            List<GeneratedFile> expected = Generator.generate(read(source, source.list()), OPTIONS);
            assertThat(expected).isNotEmpty();
            List<Callable<List<GeneratedFile>>> runs = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                List<String> order = new ArrayList<>(source.list());
                Collections.shuffle(order, new Random(SEED + i));
                runs.add(() -> Generator.generate(read(source, order), OPTIONS));
            }
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                for (Future<List<GeneratedFile>> run : pool.invokeAll(runs)) {
                    assertThat(run.get())
                            .as("seed %d, %s", SEED, source.describe())
                            .isEqualTo(expected);
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void onOneSetFromManyThreadsAtOnce() throws Exception {
        SchemaSet set = Schemas.shapes();
        List<GeneratedFile> expected = Generator.generate(set, OPTIONS);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<GeneratedFile>>> runs = Collections.nCopies(8, () -> Generator.generate(set, OPTIONS));
            for (Future<List<GeneratedFile>> run : pool.invokeAll(runs)) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aFileThatIsGoneTakesItsClassesWithIt() throws IOException {
        SchemaSource source = sources().get(0);
        OutputFolder output = new OutputFolder(folder);
        List<GeneratedFile> all = Generator.generate(read(source, source.list()), OPTIONS);
        output.write(all);
        List<String> fewer = source.list().stream()
                .filter(path -> path.endsWith("older.proto"))
                .toList();
        List<GeneratedFile> rest = Generator.generate(read(source, fewer), OPTIONS);

        OutputFolder.Changes changes = output.write(rest);

        assertThat(rest).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(changes.written()).isEmpty();
        assertThat(changes.deleted()).hasSize(all.size() - rest.size());
        assertThat(javaFiles(folder))
                .containsExactlyInAnyOrderElementsOf(
                        rest.stream().map(GeneratedFile::path).toList());
    }

    private static List<SchemaSource> sources() {
        return List.of(
                new FolderSource(Path.of("src/test/resources/shapes")),
                new FolderSource(Schemas.root().resolve("schemas")));
    }

    private static SchemaSet read(SchemaSource source, List<String> paths) throws IOException {
        ReadResult result = SchemaReader.withImports(List.of()).read(source, paths);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    private static List<String> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
