package dev.sluice.schema.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not there is said with the command that gets it, and that command does get it. */
class GitUnavailableTest {
    @TempDir
    private Path temporary;

    private TestRepository origin;

    @BeforeEach
    void makeHistory() throws IOException {
        origin = TestRepository.init(temporary.resolve("origin"));
        origin.write("a.proto", "base").commit("base");
        origin.git("tag", "v1.0");
        origin.git("checkout", "-q", "-b", "feature/new");
        origin.write("a.proto", "feature").commit("feature");
        origin.git("checkout", "-q", "main");
        origin.write("a.proto", "main").commit("main");
    }

    private static SourceUnavailableException failure(Path folder, String address) {
        SourceUnavailableException failure = catchThrowableOfType(
                SourceUnavailableException.class,
                () -> GitSource.open(folder, GitAddress.parse(address)).close());
        assertThat(failure).as(address).isNotNull();
        return failure;
    }

    /** Runs the command that a failure names, and opens the address once more. */
    private static void assertRemedyWorks(TestRepository clone, String address, String remedy) throws IOException {
        SourceUnavailableException failure = failure(clone.folder(), address);
        assertThat(failure.remedy()).hasValue(remedy);
        assertThat(failure.getMessage()).endsWith("\n" + remedy);
        clone.git(remedy.substring("git ".length()).split(" "));
        try (GitSource source = GitSource.open(clone.folder(), GitAddress.parse(address))) {
            assertThat(source.list()).containsExactly("a.proto");
            assertThat(source.read("a.proto")).isPresent();
        }
    }

    private TestRepository shallowFeature() throws IOException {
        return TestRepository.clone(
                origin, temporary.resolve("shallow"), "--depth", "1", "--branch", "feature/new", "--no-tags");
    }

    @Test
    void aShallowCloneLacksTheBranchOfTheBaseline() throws IOException {
        TestRepository shallow = shallowFeature();
        assertThat(failure(shallow.folder(), "git:origin/main")).hasMessageContaining("shallow clone");
        assertRemedyWorks(shallow, "git:origin/main", "git fetch origin +refs/heads/main:refs/remotes/origin/main");
    }

    @Test
    void aShallowCloneLacksTheBranchOfTheMergeBase() throws IOException {
        assertRemedyWorks(
                shallowFeature(),
                "git:merge-base:origin/main",
                "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main");
    }

    @Test
    void aShallowCloneWithBothBranchesLacksTheirMergeBase() throws IOException {
        TestRepository shallow = TestRepository.clone(
                origin, temporary.resolve("shallow"), "--depth", "1", "--branch", "feature/new", "--no-single-branch");
        assertThat(failure(shallow.folder(), "git:merge-base:origin/main")).hasMessageContaining("no commit in common");
        assertRemedyWorks(shallow, "git:merge-base:origin/main", "git fetch --unshallow origin");
    }

    @Test
    void aShallowCloneLacksOlderCommits() throws IOException {
        String base = origin.git("rev-parse", "v1.0");
        TestRepository shallow = shallowFeature();
        assertThat(failure(shallow.folder(), "git:" + base).remedy()).hasValue("git fetch --unshallow origin");
        assertRemedyWorks(shallow, "git:HEAD~1", "git fetch --unshallow origin");
    }

    @Test
    void aShallowCloneLacksTags() throws IOException {
        assertRemedyWorks(shallowFeature(), "git:v1.0", "git fetch --unshallow --tags origin");
    }

    @Test
    void aCloneOfOneBranchLacksAnother() throws IOException {
        TestRepository clone = TestRepository.clone(
                origin, temporary.resolve("single"), "--single-branch", "--branch", "feature/new", "--no-tags");
        assertRemedyWorks(clone, "git:origin/main", "git fetch origin +refs/heads/main:refs/remotes/origin/main");
    }

    @Test
    void aPartialCloneLacksContentAndFetchesNoneByItself() throws IOException {
        origin.git("config", "uploadpack.allowFilter", "true");
        TestRepository clone =
                TestRepository.clone(origin, temporary.resolve("partial"), "--no-checkout", "--filter=blob:none");
        try (GitSource source = GitSource.open(clone.folder(), GitAddress.parse("git:HEAD"))) {
            SourceUnavailableException one =
                    catchThrowableOfType(SourceUnavailableException.class, () -> source.read("a.proto"));
            SourceUnavailableException all =
                    catchThrowableOfType(SourceUnavailableException.class, () -> source.prefetch(source.list()));
            assertThat(one.remedy()).hasValue("git fetch --refetch --no-filter").isEqualTo(all.remedy());
        }
        clone.git("fetch", "--refetch", "--no-filter");
        try (GitSource source = GitSource.open(clone.folder(), GitAddress.parse("git:HEAD"))) {
            assertThat(source.read("a.proto")).isPresent();
        }
    }

    @Test
    void aCloneWithoutTreesLacksThemAndFetchesNoneByItself() throws IOException {
        origin.git("config", "uploadpack.allowFilter", "true");
        TestRepository clone =
                TestRepository.clone(origin, temporary.resolve("treeless"), "--no-checkout", "--filter=tree:0");
        assertRemedyWorks(clone, "git:HEAD", "git fetch --refetch --no-filter");
    }

    @Test
    void anUnknownRevisionIsSaidWithTheNearestKnownOne() {
        Path folder = origin.folder();
        assertThat(failure(folder, "git:mian"))
                .hasMessage("'mian' is no commit in the repository of " + folder + "; did you mean 'main'?");
        assertThat(failure(folder, "git:v1.1")).hasMessageEndingWith("did you mean 'v1.0'?");
        assertThat(failure(folder, "git:origin/main")).hasMessageEndingWith("did you mean 'main'?");
        assertThat(failure(folder, "git:completely-else"))
                .hasMessageEndingWith("is no commit in the repository of " + folder);
        assertThat(failure(folder, "git:0123456789abcdef0123456789abcdef01234567")
                        .remedy())
                .isEmpty();
        for (String nonsense : List.of("a..b", "main..v1.0", "-", "--all", "HEAD^{tree}", "*", "main v1.0")) {
            assertThat(failure(folder, "git:" + nonsense)).hasMessageContaining("is no commit");
        }
    }

    @Test
    void aBranchThatOnlyTheRemoteHasIsSuggested() throws IOException {
        TestRepository clone = TestRepository.clone(origin, temporary.resolve("clone"), "--branch", "feature/new");
        assertThat(failure(clone.folder(), "git:main")).hasMessageEndingWith("did you mean 'origin/main'?");
    }

    @Test
    void aNameThatCouldBeMoreThanANameIsInNoCommand() throws IOException {
        TestRepository shallow = shallowFeature();
        for (String name : List.of("origin/$(touch x)", "origin/a;b", "origin/a b", "origin/..", "origin/'")) {
            assertThat(failure(shallow.folder(), "git:" + name).remedy())
                    .hasValue("git fetch --unshallow --tags origin");
        }
    }

    @Test
    void anAmbiguousIdIsSaidToBeOne() throws IOException {
        String tree = origin.git("rev-parse", "main^{tree}");
        Set<String> beginnings = new HashSet<>();
        String beginning = "";
        for (int i = 0; beginnings.size() == i; i++) {
            beginning =
                    origin.git("commit-tree", tree, "-m", Integer.toString(i)).substring(0, 4);
            beginnings.add(beginning);
        }
        assertThat(failure(origin.folder(), "git:" + beginning))
                .hasMessage("'" + beginning + "' names more than one object; write more of its digits");
    }

    @Test
    void aFolderThatTheRevisionLacksIsSaid() {
        assertThat(failure(origin.folder(), "git:main:schemas"))
                .hasMessageStartingWith("there is no folder 'schemas' in git ")
                .hasMessageEndingWith("(main, 2026-11-20); it is looked for from the root of the repository");
        assertThat(failure(origin.folder(), "git:main:a.proto")).hasMessageContaining("there is no folder");
    }

    @Test
    void aRepositoryWithoutCommitsIsSaid() throws IOException {
        TestRepository empty = TestRepository.init(temporary.resolve("empty"));
        assertThat(failure(empty.folder(), "git:HEAD")).hasMessageEndingWith("has no commit at HEAD yet");
    }

    @Test
    void aFolderInNoRepositoryIsSaid() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("plain"));
        assertThat(failure(folder, "git:main")).hasMessage(folder + " is in no git repository");
        Path missing = temporary.resolve("missing");
        assertThat(failure(missing, "git:main")).hasMessage("there is no folder " + missing);
    }

    @Test
    void gitThatIsNotInstalledIsSaid() {
        SourceUnavailableException failure = catchThrowableOfType(
                SourceUnavailableException.class, () -> GitRepository.at(origin.folder(), "no-such-git"));
        assertThat(failure).hasMessageStartingWith("git is not installed");
    }

    @Test
    void aRepositoryOfSomebodyElseIsSaidWithTheCommandThatTrustsIt() throws IOException {
        Path git = temporary.resolve("git-of-somebody-else");
        Files.writeString(git, "#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git \"$@\"\n");
        Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwxr-xr-x"));
        SourceUnavailableException failure = catchThrowableOfType(
                SourceUnavailableException.class, () -> GitRepository.at(origin.folder(), git.toString()));
        assertThat(failure).hasMessageStartingWith("git does not read the repository of " + origin.folder());
        assertThat(failure.remedy())
                .hasValue("git config --global --add safe.directory "
                        + origin.folder().toRealPath());
    }

    @Test
    void unrelatedHistoriesHaveNoMergeBase() throws IOException {
        origin.git("checkout", "-q", "--orphan", "other");
        origin.commit("unrelated");
        SourceUnavailableException failure = failure(origin.folder(), "git:merge-base:main");
        assertThat(failure).hasMessage("HEAD and 'main' have no commit in common");
        assertThat(failure.remedy()).isEmpty();
    }
}
