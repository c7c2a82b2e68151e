package dev.sluice.schema.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository's configuration names programs; reading the repository runs none of them. */
class HostileRepositoryTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;
    private Path program;
    private Path traces;

    @BeforeEach
    void makeRepository() throws IOException {
        traces = Files.createDirectories(temporary.resolve("traces"));
        program = temporary.resolve("program");
        Files.writeString(program, "#!/bin/sh\ntouch \"" + traces + "/ran\"\ncat\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        repository = TestRepository.init(temporary.resolve("repository"));
        repository.write("a.proto", "a").write("filtered.proto", "f").commit("one");
    }

    private void readEverything() throws IOException {
        try (GitSource source = GitSource.open(repository.folder(), GitAddress.parse("git:merge-base:HEAD"))) {
            source.prefetch(source.list());
            for (String path : source.list()) {
                assertThat(source.read(path)).isPresent();
            }
        }
        assertThat(WorkTreeIds.of(repository.folder())).containsKey("a.proto");
    }

    @Test
    void noProgramOfTheConfigurationRuns() throws IOException {
        repository
                .write(".gitattributes", "filtered.proto filter=evil diff=evil merge=evil\n")
                .commit("two");
        makeEntriesRacy();
        for (String key : new String[] {
            "core.fsmonitor",
            "core.pager",
            "pager.ls-tree",
            "pager.diff-files",
            "core.editor",
            "core.sshCommand",
            "core.gitProxy",
            "core.alternateRefsCommand",
            "core.askPass",
            "diff.external",
            "diff.evil.command",
            "diff.evil.textconv",
            "merge.evil.driver",
            "filter.evil.clean",
            "filter.evil.smudge",
            "filter.evil.process",
            "gpg.program",
            "interactive.diffFilter",
            "alias.ls-tree",
            "alias.cat-file"
        }) {
            repository.git("config", key, (key.startsWith("alias") ? "!" : "") + program);
        }
        repository.git("config", "filter.evil.required", "true");
        for (String hook :
                new String[] {"post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman"}) {
            Path file = repository.folder().resolve(".git/hooks").resolve(hook);
            Files.createDirectories(file.getParent());
            Files.copy(program, file);
        }
        readEverything();
        assertThat(traces).isEmptyDirectory();
    }

    @Test
    void theProgramsWouldRunWithoutOurCare() throws IOException {
        repository.write(".gitattributes", "filtered.proto filter=evil\n").commit("two");
        makeEntriesRacy();
        repository.git("config", "filter.evil.clean", program.toString());
        repository.git("diff-files", "--name-only");
        assertThat(traces).isNotEmptyDirectory();
        Files.delete(traces.resolve("ran"));
        repository.git("config", "core.fsmonitor", program.toString());
        repository.git("ls-files", "--others");
        assertThat(traces).isNotEmptyDirectory();
    }

    @Test
    void nothingIsFetchedForAPartialClone() throws IOException {
        repository.git("config", "uploadpack.allowFilter", "true");
        TestRepository clone =
                TestRepository.clone(repository, temporary.resolve("clone"), "--no-checkout", "--filter=blob:none");
        clone.git("config", "remote.origin.uploadpack", program.toString());
        clone.git("config", "protocol.file.allow", "always");
        try (GitSource source = GitSource.open(clone.folder(), GitAddress.parse("git:HEAD"))) {
            assertThat(source.list()).containsExactly("a.proto", "filtered.proto");
            assertThat(source.contains("a.proto")).isTrue();
            assertThat(catchThrowable(() -> source.read("a.proto"))).isInstanceOf(IOException.class);
        }
        assertThat(traces).isEmptyDirectory();
    }

    @Test
    void treesThatNameEachOtherAgainAndAgainAreNotFollowedForEver() throws IOException {
        String tree = repository.git("rev-parse", "HEAD^{tree}");
        for (int level = 0; level < 7; level++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                lines.append("040000 tree ")
                        .append(tree)
                        .append("\td")
                        .append(i)
                        .append('\n');
            }
            tree = repository.tree(lines.toString());
        }
        String bomb = repository.git("commit-tree", "-m", "ten million folders", tree);
        try (GitSource old = GitSource.open(repository.folder(), GitAddress.parse("git:HEAD"));
                GitSource now = GitSource.open(repository.folder(), GitAddress.parse("git:" + bomb))) {
            assertThat(catchThrowable(() -> now.changesSince(old)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("more than 1000000 files and folders differ");
        }
    }

    /** Gives all files the time of the index, when git has to compare content, for which it would run filters. */
    private void makeEntriesRacy() throws IOException {
        FileTime future = FileTime.from(Instant.parse("2035-01-01T00:00:00Z"));
        for (String path : new String[] {"a.proto", "filtered.proto"}) {
            Files.setLastModifiedTime(repository.folder().resolve(path), future);
        }
        repository.git("update-index", "--refresh");
    }
}
