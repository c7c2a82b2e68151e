package dev.sluice.schema.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.source.SchemaPath;
import dev.sluice.schema.source.SourceChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two trees, compared with what {@code git diff-tree} says. */
class TreeDiffTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = TestRepository.init(temporary.resolve("repository"));
    }

    @Test
    void filesAreAddedDeletedAndModified() throws IOException {
        String before = repository
                .write("a.proto", "a")
                .write("deep/er/b.proto", "b")
                .write("deep/same.proto", "s")
                .commit("before");
        Files.delete(repository.folder().resolve("a.proto"));
        String after = repository
                .write("deep/er/b.proto", "bb")
                .write("deep/er/est/c.proto", "c")
                .commit("after");
        assertThat(between(before, after))
                .isEqualTo(new SourceChanges(
                        List.of("a.proto"), List.of("deep/er/est/c.proto"), List.of("deep/er/b.proto")));
    }

    @Test
    void aFileMayBecomeAFolderALinkOrExecutable() throws IOException {
        String before = repository
                .write("x.proto", "x")
                .write("y.proto", "y")
                .write("z.proto", "z")
                .commit("before");
        Files.delete(repository.folder().resolve("x.proto"));
        Files.delete(repository.folder().resolve("y.proto"));
        Files.createSymbolicLink(repository.folder().resolve("y.proto"), Path.of("z.proto"));
        repository.write("x.proto/inside.proto", "i").write("z.proto", "zz").git("add", "-A");
        repository.git("update-index", "--chmod=+x", "z.proto");
        String after = repository.commit("after");
        SourceChanges changes = between(before, after);
        assertThat(changes)
                .isEqualTo(new SourceChanges(
                        List.of("x.proto", "y.proto"), List.of("x.proto/inside.proto"), List.of("z.proto")));
        assertThat(changes).isEqualTo(accordingToGit(before, after));
        assertThat(between(after, before)).isEqualTo(accordingToGit(after, before));
    }

    @Test
    void randomChangesAreThoseThatGitFinds() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("TreeDiffTest seed " + seed);
        Random random = new Random(seed);
        String before = repository.commit("empty");
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 10; i++) {
                change(random);
            }
            String after = repository.commit("round " + round);
            assertThat(between(before, after))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(accordingToGit(before, after));
            before = after;
        }
    }

    private void change(Random random) throws IOException {
        String folders = random.ints(random.nextInt(4), 0, 3)
                .mapToObj(folder -> (folder == 0 && random.nextInt(5) == 0 ? ".f" : "f") + folder + "/")
                .reduce("", String::concat);
        String path = folders + "n" + random.nextInt(4) + (random.nextInt(4) == 0 ? ".txt" : ".proto");
        if (random.nextInt(3) == 0) {
            Files.deleteIfExists(repository.folder().resolve(path));
        } else {
            repository.write(path, "text " + random.nextInt(3));
        }
    }

    private SourceChanges between(String before, String after) throws IOException {
        try (GitSource old = GitSource.open(repository.folder(), GitAddress.parse("git:" + before));
                GitSource now = GitSource.open(repository.folder(), GitAddress.parse("git:" + after))) {
            return now.changesSince(old).orElseThrow();
        }
    }

    private SourceChanges accordingToGit(String before, String after) throws IOException {
        List<String> deleted = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> modified = new ArrayList<>();
        for (String line : repository
                .git("diff-tree", "-r", "--raw", "--no-renames", before, after)
                .lines()
                .toList()) {
            String path = line.substring(line.indexOf('\t') + 1);
            boolean wasFile = line.startsWith(":100");
            boolean isFile = line.startsWith("100", 8);
            if (SchemaPath.isListed(path) && (wasFile || isFile)) {
                (!wasFile ? added : isFile ? modified : deleted).add(path);
            }
        }
        for (List<String> paths : List.of(deleted, added, modified)) {
            paths.sort(null);
        }
        return new SourceChanges(deleted, added, modified);
    }
}
