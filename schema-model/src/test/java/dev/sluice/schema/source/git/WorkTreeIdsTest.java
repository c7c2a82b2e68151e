package dev.sluice.schema.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeIdsTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;

    @BeforeEach
    void initRepository() throws IOException {
        repository = TestRepository.init(temporary.resolve("repository"));
    }

    private Map<String, String> ids() throws IOException {
        return WorkTreeIds.of(repository.folder());
    }

    /** Checks every id against the bytes on disk, hashed as they are. */
    private void assertTruthful(Map<String, String> ids) throws IOException {
        for (Map.Entry<String, String> entry : ids.entrySet()) {
            assertThat(entry.getValue())
                    .as(entry.getKey())
                    .isEqualTo(repository.git("hash-object", "--no-filters", entry.getKey()));
        }
    }

    @Test
    void unchangedFilesHaveTheIdsOfTheirBlobs() throws IOException {
        repository
                .write("a.proto", "a")
                .write("x/ünï b.proto", "b")
                .write("x/c.txt", "c")
                .write(".h/d.proto", "d");
        repository.commit("one");
        assertThat(ids()).containsOnlyKeys("a.proto", "x/ünï b.proto");
        assertTruthful(ids());
        try (GitSource source = GitSource.open(repository.folder(), GitAddress.parse("git:HEAD"))) {
            assertThat(ids()).isEqualTo(source.contentIds());
        }
    }

    @Test
    void aFolderInAWorkTreeIsAFolderWithIds() throws IOException {
        repository.write("a.proto", "a").commit("one");
        repository.write("b.proto", "b");
        WorkTreeSource source = new WorkTreeSource(repository.folder());
        assertThat(source.list()).containsExactly("a.proto", "b.proto");
        assertThat(source.contentIds()).isEqualTo(ids()).containsOnlyKeys("a.proto");
        assertThat(source.read("b.proto")).hasValue(new byte[] {'b'});
        assertThat(source.contains("c.proto")).isFalse();
        assertThat(source.describe()).isEqualTo(repository.folder().toString());
    }

    @Test
    void pathsAreRelativeToTheFolder() throws IOException {
        repository.write("schemas/x/a.proto", "a").write("b.proto", "b").commit("one");
        assertThat(WorkTreeIds.of(repository.folder().resolve("schemas"))).containsOnlyKeys("x/a.proto");
    }

    @Test
    void changedNewDeletedAndReplacedFilesHaveNone() throws IOException {
        for (String path : new String[] {"same", "changed", "sameSize", "deleted", "link", "folder"}) {
            repository.write(path + ".proto", path);
        }
        repository.commit("one");
        repository
                .write("changed.proto", "longer than before")
                .write("sameSize.proto", "SAMESIZE")
                .write("new.proto", "n");
        for (String path : new String[] {"deleted", "link", "folder"}) {
            Files.delete(repository.folder().resolve(path + ".proto"));
        }
        Files.createSymbolicLink(repository.folder().resolve("link.proto"), Path.of("same.proto"));
        repository.write("folder.proto/a.txt", "a");
        assertThat(ids()).containsOnlyKeys("same.proto");
        assertTruthful(ids());
    }

    @Test
    void aChangeWithinTheTickOfTheClockIsSeen() throws IOException {
        for (int i = 0; i < 20; i++) {
            repository.write("a.proto", "one").git("add", "a.proto");
            repository.write("a.proto", "two");
            assertThat(ids()).isEmpty();
        }
    }

    @Test
    void whatIsAddedToTheIndexHasTheIdOfTheIndex() throws IOException {
        repository.write("a.proto", "old").commit("one");
        repository.write("a.proto", "new").git("add", "a.proto");
        assertThat(ids()).containsOnlyKeys("a.proto");
        assertTruthful(ids());
    }

    @Test
    void aFileThatIsOnlyIntendedToBeAddedHasNone() throws IOException {
        repository.write("a.proto", "a").commit("one");
        repository.write("b.proto", "b").git("add", "-N", "b.proto");
        assertThat(ids()).containsOnlyKeys("a.proto");
    }

    @Test
    void filesWithConvertedLineEndsHaveNone() throws IOException {
        repository.write(".gitattributes", "crlf.proto text eol=crlf\nlf.proto text eol=lf\n");
        repository.write("crlf.proto", "a\r\nb\r\n").write("lf.proto", "a\nb\n").write("one-line.proto", "no end");
        repository.commit("one");
        assertThat(ids()).containsOnlyKeys("lf.proto", "one-line.proto");
        assertTruthful(ids());
    }

    @Test
    void filesConvertedByConfigurationHaveNone() throws IOException {
        repository.write("a.proto", "a\nb\n").write("one-line.proto", "x").commit("one");
        TestRepository clone = TestRepository.clone(repository, temporary.resolve("clone"), "--no-checkout");
        clone.git("config", "core.autocrlf", "true");
        clone.git("-c", "core.autocrlf=true", "checkout", "-q", "main");
        assertThat(Files.readString(clone.folder().resolve("a.proto"))).isEqualTo("a\r\nb\r\n");
        assertThat(WorkTreeIds.of(clone.folder())).containsOnlyKeys("one-line.proto");
        clone.git("config", "core.autocrlf", "false");
        assertThat(WorkTreeIds.of(clone.folder())).containsOnlyKeys("one-line.proto");
    }

    @Test
    void filesWithIdentFilterOrEncodingHaveNone() throws IOException {
        repository.write(
                ".gitattributes",
                "ident.proto ident\nfilter.proto filter=rot\nutf16.proto working-tree-encoding=UTF-16LE\nbinary.proto -text\n");
        repository.git("config", "filter.rot.clean", "tr a-z b-za");
        repository.git("config", "filter.rot.smudge", "tr b-za a-z");
        repository.write("ident.proto", "$Id$").write("filter.proto", "abc").write("binary.proto", "\0");
        Files.write(repository.folder().resolve("utf16.proto"), "abc".getBytes(StandardCharsets.UTF_16LE));
        repository.commit("one");
        assertThat(ids()).containsOnlyKeys("binary.proto");
        assertTruthful(ids());
    }

    @Test
    void filesThatGitDoesNotLookAtHaveNone() throws IOException {
        repository
                .write("assumed.proto", "a")
                .write("skipped.proto", "b")
                .write("seen.proto", "c")
                .commit("one");
        repository.git("update-index", "--assume-unchanged", "assumed.proto");
        repository.git("update-index", "--skip-worktree", "skipped.proto");
        repository.write("assumed.proto", "A").write("skipped.proto", "B");
        assertThat(ids()).containsOnlyKeys("seen.proto");
    }

    @Test
    void aConfigurationThatComparesLessIsNotFollowed() throws IOException {
        repository.git("config", "core.checkStat", "minimal");
        repository.git("config", "core.ignoreStat", "true");
        repository.write("a.proto", "a").commit("one");
        FileTime time = Files.getLastModifiedTime(repository.folder().resolve("a.proto"));
        repository.write("a.proto", "b");
        Files.setLastModifiedTime(repository.folder().resolve("a.proto"), time);
        assertThat(ids()).isEmpty();
    }

    @Test
    void conflictsHaveNone() throws IOException {
        repository.write("a.proto", "base").write("b.proto", "b").commit("base");
        repository.git("checkout", "-q", "-b", "side");
        repository.write("a.proto", "side").commit("side");
        repository.git("checkout", "-q", "main");
        repository.write("a.proto", "main").commit("main");
        repository.git("read-tree", "-m", "main~1", "main", "side");
        assertThat(ids()).containsOnlyKeys("b.proto");
        assertTruthful(ids());
    }

    @Test
    void filesOfSubmodulesHaveNone() throws IOException {
        TestRepository module = TestRepository.init(temporary.resolve("module"));
        module.write("m.proto", "m").commit("one");
        repository.write("a.proto", "a").commit("one");
        repository.git("submodule", "-q", "add", module.folder().toString(), "module");
        repository.commit("two");
        assertThat(ids()).containsOnlyKeys("a.proto");
    }

    @Test
    void aLinkedWorkTreeHasItsOwn() throws IOException {
        repository.write("a.proto", "a").commit("one");
        Path linked = temporary.resolve("linked");
        repository.git("worktree", "add", "-q", "-b", "side", linked.toString());
        Files.writeString(linked.resolve("a.proto"), "changed");
        assertThat(ids()).containsOnlyKeys("a.proto");
        assertThat(WorkTreeIds.of(linked)).isEmpty();
    }

    @Test
    void whereThereIsNoWorkTreeThereAreNone() throws IOException {
        repository.write("a.proto", "a").commit("one");
        TestRepository bare = TestRepository.clone(repository, temporary.resolve("bare.git"), "--bare");
        assertThat(WorkTreeIds.of(bare.folder())).isEmpty();
        assertThat(WorkTreeIds.of(repository.folder().resolve(".git"))).isEmpty();
        assertThat(WorkTreeIds.of(temporary)).isEmpty();
        assertThat(WorkTreeIds.of(temporary.resolve("missing"))).isEmpty();
        Files.writeString(repository.folder().resolve(".git/index"), "garbage");
        assertThat(ids()).isEmpty();
    }
}
