package dev.sluice.schema.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    private Path folder;

    @Test
    void theDraftOfARunningProcessIsLeftUnlessItIsOlderThanTheProcess() throws IOException {
        Path live = Files.createFile(Drafts.of(folder.resolve("a")));
        Path older = Files.createFile(Drafts.of(folder.resolve("b")));
        Files.setLastModifiedTime(older, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        Drafts.removeAbandoned(folder, Set.of("a", "b"));

        assertThat(live).exists();
        assertThat(older).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereHasNone() throws IOException {
        Drafts.removeAbandoned(folder.resolve("absent"), Set.of("a"));
        assertThat(folder).isEmptyDirectory();
    }
}
