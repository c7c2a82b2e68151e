package dev.sluice.schema.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Protobuf's own test schemas: protoc and we accept the same files, and describe them equally. */
class ProtobufTestsOracleTest {
    private static final List<String> ROOTS =
            List.of("src", "java/core/src/test/proto", "java/util/src/test/proto", ".");

    private static final String UNSTABLE =
            "edition UNSTABLE, which protoc reads with --experimental_editions only, and whose types change meaning";

    /** Files that protoc accepts and we refuse on purpose: path -> why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "src/google/protobuf/test_protos/repeated_field_proxy_test.proto", UNSTABLE,
            "src/google/protobuf/compiler/cpp/cpp_file_options_test.proto", UNSTABLE,
            "conformance/test_protos/test_messages_edition_unstable.proto", UNSTABLE);

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> sameVerdictAndSameDescriptors() throws IOException {
        Path corpus = Corpora.unpacked("protobuf-tests");
        Protoc protoc = new Protoc();
        List<Path> roots = new ArrayList<>();
        for (String root : ROOTS) {
            roots.add(corpus.resolve(root).normalize());
        }
        return new FolderSource(corpus).list().stream().map(path -> {
            Path root = rootOf(corpus, path, roots);
            String name = root.relativize(corpus.resolve(path)).toString();
            return DynamicTest.dynamicTest(path, () -> compare(protoc, path, root, name, roots));
        });
    }

    private static Path rootOf(Path corpus, String path, List<Path> roots) {
        for (Path root : roots) {
            if (corpus.resolve(path).startsWith(root)) {
                return root;
            }
        }
        throw new AssertionError("no root for " + path);
    }

    private void compare(Protoc protoc, String path, Path root, String name, List<Path> roots)
            throws IOException, InterruptedException {
        List<Path> ordered = new ArrayList<>(List.of(root));
        roots.stream().filter(other -> !other.equals(root)).forEach(ordered::add);
        Protoc.Answer answer = protoc.compile(ordered, List.of(name), scratch);
        List<SchemaSource> imports = new ArrayList<>();
        ordered.forEach(folder -> imports.add(new FolderSource(folder)));

        ReadResult result = new SchemaReader(imports).read(new OneFileSource(new FolderSource(root), name));

        boolean expected = answer.accepted() && !EXCEPTIONS.containsKey(path);
        assertThat(result instanceof ReadResult.Read)
                .as("protoc: %s%nours: %s", answer.complaint(), result)
                .isEqualTo(expected);
        if (result instanceof ReadResult.Read read) {
            assertThat(DescriptorComparison.differences(answer.set(), read.set(), new DescriptorContent(true, true)))
                    .isEmpty();
        }
    }
}
