package dev.sluice.compat.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Real schemas beside the checkout, unpacked once a build. Absent, a test is skipped; with CI=true it fails. */
public final class Corpora {
    private Corpora() {}

    /** Protobuf's own test schemas, those that can be read together. */
    public static SchemaTree protobufTests() throws IOException, InterruptedException {
        Path folder = unpacked("protobuf-tests");
        return SchemaTree.below(
                        folder.resolve("src"),
                        folder.resolve("java/core/src/test/proto"),
                        folder.resolve("java/util/src/test/proto"),
                        folder)
                .valid();
    }

    /** The newer state of googleapis. */
    public static SchemaTree googleapis() throws IOException, InterruptedException {
        return SchemaTree.below(unpacked("googleapis").resolve("new"));
    }

    /** The folder that {@code name.tar.xz} is unpacked to. */
    public static Path unpacked(String name) throws IOException, InterruptedException {
        Path archive = Path.of(System.getProperty("sluice.corpora"), name + ".tar.xz");
        if (!Files.exists(archive)) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true the corpus %s must be there", archive)
                    .isNotEqualTo("true");
            assumeTrue(false, "skipped: no corpus at " + archive + " (name its folder with -Dsluice.corpora=DIR)");
        }
        Path folder = Path.of(System.getProperty("sluice.build"), "corpora", name);
        if (!Files.isDirectory(folder)) {
            Path partial = folder.resolveSibling(name + ".part");
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
}
