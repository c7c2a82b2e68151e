package dev.sluice.schema.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFailureLeavesTheOldContentAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");

        assertThatThrownBy(() -> WholeFile.writeTo(file, out -> {
                    out.write('n');
                    throw new IOException("no more");
                }))
                .hasMessage("no more");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining("glob:**a");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aNewFileGetsItsFolders() throws IOException {
        Path file = folder.resolve("b/c");

        WholeFile.writeTo(file, out -> out.write('x'));
        assertThat(file).hasContent("x");
    }

    @Test
    void aLinkIsWrittenThroughWhereAUserNamesItAndReplacedElsewhere() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        WholeFile.writeTo(link, out -> out.write('x'));
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("x");

        WholeFile.replace(link, out -> out.write('y'));
        assertThat(link).isRegularFile().hasContent("y");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(target).hasContent("x");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> WholeFile.writeTo(folder, out -> out.write('x')))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aJvmThatIsToldToEndFinishesTheFileAndBeginsNoOther() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes(WholeFile.class) + File.pathSeparator + classes(WritesForEver.class),
                        WritesForEver.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('w');
        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.toFile().list()).containsExactly("a");
    }

    private static Path classes(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
