package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zip that users download, as this build made it. */
final class Distribution {
    private Distribution() {}

    /** Unpacks it into a folder, which need not exist; the launcher in it. */
    static Path unpack(Path home) throws IOException {
        Path zip;
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("sluice.build")))) {
            zip = files.filter(file -> file.getFileName().toString().matches("sluice-.*\\.zip"))
                    .findFirst()
                    .orElseThrow();
        }
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = home.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolve("..").normalize());
                    Files.copy(entries, target);
                }
            }
        }
        Path launcher;
        try (Stream<Path> roots = Files.list(home)) {
            launcher = roots.findFirst().orElseThrow().resolve("bin/sluice");
        }
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }
}
