package dev.sluice.schema.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schema.concurrent.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourceTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;

    @BeforeEach
    void initRepository() throws IOException {
        repository = TestRepository.init(temporary.resolve("repository"));
    }

    private GitSource open(String address) throws IOException {
        return GitSource.open(repository.folder(), GitAddress.parse(address));
    }

    private static String text(GitSource source, String path) throws IOException {
        return new String(source.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void aRevisionIsReadAsItWasWhateverIsOnDisk() throws IOException {
        repository.write("shop/v1/order.proto", "old").write("README.md", "x").commit("one");
        repository
                .write("shop/v1/order.proto", "new")
                .write("shop/v1/more.proto", "more")
                .commit("two");
        repository.write("shop/v1/order.proto", "not committed");
        try (GitSource source = open("git:HEAD~1")) {
            assertThat(source.list()).containsExactly("shop/v1/order.proto");
            assertThat(text(source, "shop/v1/order.proto")).isEqualTo("old");
            assertThat(source.read("shop/v1/more.proto")).isEmpty();
        }
        try (GitSource source = open("git:main")) {
            assertThat(source.list()).containsExactly("shop/v1/more.proto", "shop/v1/order.proto");
            assertThat(text(source, "shop/v1/order.proto")).isEqualTo("new");
        }
    }

    @Test
    void aSourceSaysWhichCommitItIs() throws IOException {
        String commit = repository.write("schemas/a.proto", "a").commit("one");
        try (GitSource source = open("git:main:schemas/")) {
            assertThat(source.revision().commit()).isEqualTo(commit);
            assertThat(source.folder()).isEqualTo("schemas");
            assertThat(source.describe())
                    .isEqualTo("git " + commit.substring(0, 12) + " (main, 2026-11-20), folder schemas");
        }
    }

    @Test
    void theFolderIsRelativeToTheRootOfTheRepository() throws IOException {
        repository.write("schemas/v1/a.proto", "a").write("other/b.proto", "b").commit("one");
        Path inside = repository.folder().resolve("schemas/v1");
        assertThat(GitRepository.at(inside).prefix()).isEqualTo("schemas/v1");
        assertThat(GitRepository.at(repository.folder()).prefix()).isEmpty();
        try (GitSource source = GitSource.open(inside, GitAddress.parse("git:HEAD"))) {
            assertThat(source.list()).containsExactly("other/b.proto", "schemas/v1/a.proto");
        }
        try (GitSource source = GitSource.open(inside, GitAddress.parse("git:HEAD:schemas"))) {
            assertThat(source.list()).containsExactly("v1/a.proto");
            assertThat(text(source, "v1/a.proto")).isEqualTo("a");
        }
    }

    @Test
    void tagsBranchesWithSlashesAndShortIdsAreRevisions() throws IOException {
        String commit = repository.write("a.proto", "a").commit("one");
        repository.git("tag", "-a", "-m", "annotated", "v1.0");
        repository.git("branch", "feature/x/y");
        for (String revision :
                List.of("v1.0", "feature/x/y", commit, commit.substring(0, 10), "refs/heads/main", "@")) {
            try (GitSource source = open("git:" + revision)) {
                assertThat(source.revision().commit()).as(revision).isEqualTo(commit);
            }
        }
    }

    @Test
    void aRevisionThatLooksLikeAnOptionIsARevision() throws IOException {
        String commit = repository.write("a.proto", "a").commit("one");
        repository.git("update-ref", "refs/heads/--help", commit);
        repository.git("update-ref", "refs/tags/--batch-all-objects", commit);
        for (String revision : List.of("--help", "--batch-all-objects")) {
            try (GitSource source = open("git:" + revision)) {
                assertThat(source.revision().commit()).isEqualTo(commit);
            }
        }
    }

    @Test
    void theMergeBaseIsWhereHeadLeftABranch() throws IOException {
        String base = repository.write("a.proto", "base").commit("base");
        repository.git("checkout", "-q", "-b", "feature");
        repository.write("a.proto", "feature").commit("feature");
        repository.git("checkout", "-q", "main");
        repository.write("a.proto", "main").commit("main");
        repository.git("checkout", "-q", "feature");
        try (GitSource source = open("git:merge-base:main")) {
            assertThat(source.revision().commit()).isEqualTo(base);
            assertThat(source.revision().name()).isEqualTo("merge base of HEAD and main");
            assertThat(text(source, "a.proto")).isEqualTo("base");
        }
    }

    @Test
    void aBareRepositoryIsRead() throws IOException {
        repository.write("schemas/a.proto", "a").commit("one");
        TestRepository bare = TestRepository.clone(repository, temporary.resolve("bare.git"), "--bare");
        try (GitSource source = GitSource.open(bare.folder(), GitAddress.parse("git:merge-base:main:schemas"))) {
            assertThat(source.list()).containsExactly("a.proto");
            assertThat(text(source, "a.proto")).isEqualTo("a");
        }
    }

    @Test
    void aLinkedWorkTreeIsRead() throws IOException {
        repository.write("schemas/a.proto", "a").commit("one");
        Path linked = temporary.resolve("linked");
        repository.git("worktree", "add", "-q", "-b", "side", linked.toString());
        new TestRepository(linked).write("schemas/a.proto", "b").commit("two");
        assertThat(GitRepository.at(linked.resolve("schemas")).prefix()).isEqualTo("schemas");
        try (GitSource side = GitSource.open(linked, GitAddress.parse("git:HEAD:schemas"));
                GitSource main = GitSource.open(linked, GitAddress.parse("git:merge-base:main:schemas"))) {
            assertThat(text(side, "a.proto")).isEqualTo("b");
            assertThat(text(main, "a.proto")).isEqualTo("a");
        }
    }

    @Test
    void linksSubmodulesAndHiddenFoldersAreNotListed() throws IOException {
        repository.write("a.proto", "a").write(".hidden/b.proto", "b").write("x/.y/z/c.proto", "c");
        repository.write("x/.d.proto", "d").write("x.proto/e.txt", "e");
        Files.createSymbolicLink(repository.folder().resolve("link.proto"), Path.of("a.proto"));
        Files.createSymbolicLink(repository.folder().resolve("folder"), Path.of("x"));
        String commit = repository.commit("one");
        repository.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",module.proto");
        repository.git("commit", "-q", "-m", "two");
        try (GitSource source = open("git:HEAD")) {
            assertThat(source.list()).containsExactly("a.proto", "x/.d.proto");
            assertThat(source.read("link.proto")).isEmpty();
            assertThat(source.read("folder/.d.proto")).isEmpty();
            assertThat(source.read("module.proto")).isEmpty();
            assertThat(source.contains(".hidden/b.proto")).isTrue();
        }
    }

    @Test
    void aFileThatIsNotListedIsReadByItsPath() throws IOException {
        repository
                .write("schemas/buf.yaml", "version: v2")
                .write("schemas/deep/er/x.txt", "x")
                .commit("one");
        try (GitSource source = open("git:HEAD:schemas")) {
            assertThat(text(source, "buf.yaml")).isEqualTo("version: v2");
            assertThat(text(source, "deep/er/x.txt")).isEqualTo("x");
            for (String path : List.of(
                    "",
                    ".",
                    "deep",
                    "nothing",
                    "../schemas/buf.yaml",
                    "./buf.yaml",
                    "deep//er/x.txt",
                    "a\nb",
                    "/buf.yaml",
                    "buf.yaml/",
                    "nothing/x.txt",
                    "buf.yaml/x")) {
                assertThat(source.read(path)).as(path).isEmpty();
            }
            assertThat(text(source, "buf.yaml")).isEqualTo("version: v2");
        }
    }

    @Test
    void contentIdsAreGitsBlobIds() throws IOException {
        repository
                .write("a.proto", "same")
                .write("b/b.proto", "same")
                .write("c.proto", "other")
                .commit("one");
        try (GitSource source = open("git:HEAD")) {
            assertThat(source.contentIds())
                    .isEqualTo(Map.of(
                            "a.proto", repository.git("hash-object", "a.proto"),
                            "b/b.proto", repository.git("hash-object", "a.proto"),
                            "c.proto", repository.git("hash-object", "c.proto")));
        }
    }

    @Test
    void aReplacedObjectDoesNotHideBehindItsId() throws IOException {
        repository.write("a.proto", "true").write("b.proto", "false").commit("one");
        repository.git("replace", repository.git("hash-object", "a.proto"), repository.git("hash-object", "b.proto"));
        try (GitSource source = open("git:HEAD")) {
            assertThat(text(source, "a.proto")).isEqualTo("true");
        }
    }

    @Test
    void pathsAndContentOfAllKindsAreRead() throws IOException {
        repository
                .write("ünï/cödé \"quoted\" \t.proto", "\0\n\nblob 3\n")
                .write("empty.proto", "")
                .commit("one");
        try (GitSource source = open("git:HEAD")) {
            for (String path : source.list()) {
                assertThat(source.read(path).orElseThrow())
                        .isEqualTo(Files.readAllBytes(repository.folder().resolve(path)));
            }
            assertThat(source.list()).hasSize(2);
        }
        try (GitSource source = open("git:HEAD:ünï")) {
            assertThat(source.list()).hasSize(1);
        }
    }

    @Test
    void severalThreadsReadAtOnceWithAndWithoutPrefetch() throws IOException {
        for (int i = 0; i < 300; i++) {
            repository.write("f" + i % 7 + "/" + i + ".proto", "x".repeat(i * 97) + i % 290);
        }
        repository.commit("one");
        try (GitSource source = open("git:HEAD")) {
            List<String> paths = source.list();
            source.prefetch(paths.subList(0, 150));
            Parallel.forEach(paths.size() * 3, i -> {
                String path = paths.get(i % paths.size());
                try {
                    assertThat(source.read(path).orElseThrow())
                            .isEqualTo(Files.readAllBytes(repository.folder().resolve(path)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void filesWithTheSameContentAreAllReadAhead() throws IOException {
        repository.write("a.proto", "same").write("b.proto", "same").commit("one");
        try (GitSource source = open("git:HEAD")) {
            source.prefetch(List.of("a.proto", "b.proto", "not there"));
            assertThat(text(source, "a.proto")).isEqualTo("same");
            assertThat(text(source, "b.proto")).isEqualTo("same");
            assertThat(text(source, "a.proto")).isEqualTo("same");
        }
    }

    @Test
    void aFileTooLargeIsAnErrorAndTheNextIsRead() throws IOException {
        repository.write("large.proto", "").write("small.proto", "small");
        try (var file = Files.newByteChannel(repository.folder().resolve("large.proto"), StandardOpenOption.WRITE)) {
            file.position(ObjectReader.MAX_OBJECT_BYTES).write(ByteBuffer.allocate(1));
        }
        repository.commit("one");
        try (GitSource source = open("git:HEAD")) {
            source.prefetch(source.list());
            assertThatThrownBy(() -> source.read("large.proto"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it has 67108865 bytes; at most 67108864 are read");
            assertThat(text(source, "small.proto")).isEqualTo("small");
        }
    }

    @Test
    void aDamagedObjectIsAnErrorThatSaysSo() throws IOException {
        repository.write("a.proto", "content").commit("one");
        String id = repository.git("hash-object", "a.proto");
        Path object = repository.folder().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
        Files.delete(object);
        Files.writeString(object, "garbage");
        try (GitSource source = open("git:HEAD")) {
            for (ThrowingCallable reading :
                    List.<ThrowingCallable>of(() -> source.read("a.proto"), () -> source.prefetch(source.list()))) {
                assertThatThrownBy(reading).isInstanceOf(IOException.class).hasMessageContaining("git fsck");
            }
        }
    }

    @Test
    void aClosedSourceReadsNothingMoreAndLeavesNoProcess() throws IOException {
        repository.write("a.proto", "a").commit("one");
        long before = ProcessHandle.current().children().count();
        GitSource source = open("git:HEAD");
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before + 1);
        source.close();
        source.close();
        assertThatThrownBy(() -> source.read("a.proto"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }
}
