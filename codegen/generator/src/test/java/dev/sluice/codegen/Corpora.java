package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Real schemas beside the checkout, unpacked once a build. Absent, a test is skipped; with CI=true it fails. */
final class Corpora {
    private Corpora() {}

    /** The folder that {@code name.tar.xz} is unpacked to. */
    static Path unpacked(String name) throws IOException {
        Path archive = Path.of(System.getProperty("sluice.corpora"), name + ".tar.xz");
        if (!Files.exists(archive)) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true the corpus %s must be there", archive)
                    .isNotEqualTo("true");
            assumeTrue(false, "skipped: no corpus at " + archive + " (name its folder with -Dsluice.corpora=DIR)");
        }
        Path folder = Path.of(System.getProperty("sluice.build"), "corpora", name);
        Path done = folder.resolve(".unpacked");
        if (!Files.exists(done)) {
            unpack(archive, folder);
            Files.createFile(done);
        }
        return folder;
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(folder);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.deleteIfExists(target);
                    Files.copy(tar, target);
                }
            }
        }
    }
}
