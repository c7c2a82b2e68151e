package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of source on either side finds the same change. */
class CheckSourcesTest {
    private static final String FINDING = "shop/order.proto:5:3: error FIELD_SAME_TYPE: ";

    @TempDir
    private Path folder;

    private CommandLine line;

    @BeforeEach
    void writeARepositoryWithABranch() throws IOException, InterruptedException {
        line = new CommandLine(folder);
        Path repository = Files.createDirectories(folder.resolve("repo"));
        git("init", "-q");
        line.write("repo/proto/shop/order.proto", CommandLine.ORDER);
        line.write("repo/other/x.proto", "syntax = \"proto3\";\n");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("branch", "-q", "base");
        git("archive", "--format=tar.gz", "-o", folder.resolve("old.tar.gz").toString(), "HEAD");
        git("archive", "--format=tar", "-o", folder.resolve("old.tar").toString(), "HEAD");
        git("archive", "--format=zip", "-o", folder.resolve("old.zip").toString(), "HEAD:proto");
        assertThat(line.run("build", repository.resolve("proto").toString(), "--out", line.at("old.binpb")))
                .isZero();
        line.write("repo/proto/shop/order.proto", CommandLine.CHANGED);
        git("commit", "-q", "-a", "-m", "second");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        CommandLine.git(folder.resolve("repo"), arguments);
    }

    private void assertFound(String now, String old) {
        assertThat(line.run("check", now, "--against", old)).as(line.err()).isOne();
        assertThat(line.out()).contains(FINDING).endsWith("1 breaking change\n");
        assertThat(line.err()).startsWith("baseline: ").hasLineCount(1);
    }

    @Test
    void aFolderAgainstEverything() {
        String now = line.at("repo/proto");

        assertFound(now, "git:base");
        assertThat(line.err()).contains("(base, ").contains("folder proto");
        assertFound(now, "git:HEAD~1:proto");
        assertFound(now, "git:merge-base:base");
        assertFound(now, line.at("old.tar.gz") + ":proto");
        assertFound(now, line.at("old.tar") + ":proto/");
        assertFound(now, line.at("old.zip"));
        assertFound(now, line.at("old.binpb"));
    }

    @Test
    void everythingAgainstADescriptorSet() throws IOException, InterruptedException {
        String old = line.at("old.binpb");
        git("archive", "--format=zip", "-o", folder.resolve("new.jar").toString(), "HEAD:proto");
        assertThat(line.run("build", line.at("repo/proto"), "--out", line.at("new.binpb")))
                .isZero();

        assertFound(line.at("new.jar"), old);
        assertFound(line.at("new.binpb"), old);
        assertFound(line.at("new.binpb"), line.at("old.zip"));
    }

    @Test
    void aColonAndNothingAfterItIsTheRootOfTheRepository() {
        assertThat(line.run("check", line.at("repo/proto"), "--against", "git:base:"))
                .isOne();
        assertThat(line.out()).contains("FILE_NO_DELETE: file \"other/x.proto\" was deleted");
    }

    @Test
    void aBaselineThatIsNotToBeHadSaysWhatToDo() throws IOException, InterruptedException {
        CommandLine.git(folder, "clone", "-q", "--depth", "1", "file://" + line.at("repo"), line.at("shallow"));
        String now = line.at("shallow/proto");

        assertThat(line.run("check", now, "--against", "git:HEAD~1")).isEqualTo(3);
        assertThat(line.err()).startsWith("sluice check: no baseline: ").endsWith("\ngit fetch --unshallow origin\n");
        assertThat(line.run("check", now, "--against", "git:mian")).isEqualTo(3);
        assertThat(line.err()).contains("did you mean 'main'?");
        assertThat(line.run("check", now, "--against", line.at("gone.zip"))).isEqualTo(3);
        assertThat(line.run("check", now, "--against", line.at("old.zip") + ":gone"))
                .isEqualTo(3);
        assertThat(line.err()).contains("there is no folder 'gone'");
        assertThat(line.out()).isEmpty();
    }

    @Test
    void whatNamesNothingIsWrongUsage() {
        for (String old :
                new String[] {"git:", "git:a\u0007b", "gav:one", "gav:a:b:1:jar:c:d", "gav:a:b:<", "gav:a:b c"}) {
            assertThat(line.run("check", line.at("repo/proto"), "--against", old))
                    .as(old)
                    .isEqualTo(2);
            assertThat(line.err()).contains("names no schemas: ");
        }
    }

    @Test
    void damagedSourcesAreRefused() throws IOException {
        String now = line.at("repo/proto");
        byte[] tar = Files.readAllBytes(folder.resolve("old.tar.gz"));
        Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(tar, tar.length / 2));
        line.write("text.zip", "this is no archive");
        line.write("text.binpb", "this is no descriptor set");
        byte[] set = Files.readAllBytes(folder.resolve("old.binpb"));
        Files.write(folder.resolve("cut.binpb"), Arrays.copyOf(set, set.length / 2));
        try (OutputStream file = Files.newOutputStream(folder.resolve("slip.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("../../outside.proto"));
            zip.write(CommandLine.ORDER.getBytes(StandardCharsets.UTF_8));
        }

        for (String old : new String[] {"cut.tar.gz", "text.zip", "text.binpb", "cut.binpb", "slip.zip"}) {
            assertThat(line.run("check", now, "--against", line.at(old)))
                    .as(old)
                    .isEqualTo(2);
            assertThat(line.err()).as(old).contains(old).doesNotContain("Exception");
            assertThat(line.out()).isEmpty();
        }
        assertThat(folder.resolve("outside.proto")).doesNotExist();
        assertThat(folder.resolveSibling("outside.proto")).doesNotExist();
    }

    @Test
    void changesOfTheWorkTreeCountThoughTheyAreNotCommitted() throws IOException {
        line.write("repo/proto/shop/order.proto", CommandLine.ORDER);
        assertThat(line.run("check", line.at("repo/proto"), "--against", "git:base"))
                .isZero();

        line.write("repo/proto/shop/order.proto", CommandLine.ORDER.replace("string id", "bytes id"));
        assertThat(line.run("check", line.at("repo/proto"), "--against", "git:base"))
                .isOne();
    }

    @Test
    void aRevisionIsComparedWithItsOwnFolderAtAnother() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sluice.class.getName(),
                        "check",
                        "git:HEAD:proto",
                        "--against",
                        "git:base")
                .directory(folder.resolve("repo").toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(text).contains("folder proto", FINDING, "1 breaking change").doesNotContain("FILE_NO_DELETE");
    }

    @Test
    void aBaselineWithoutSchemasIsNoCleanOne() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("docs.zip")))) {
            zip.putNextEntry(new ZipEntry("docs/readme.txt"));
        }
        Files.createDirectories(folder.resolve("empty"));

        for (String old : new String[] {"docs.zip", "docs.zip:docs", "empty"}) {
            assertThat(line.run("check", line.at("repo/proto"), "--against", line.at(old)))
                    .as(old)
                    .isEqualTo(2);
            assertThat(line.err()).contains("there is no .proto file in it");
            assertThat(line.out()).isEmpty();
        }
    }

    @Test
    void oneSchemaIsNoFolder() {
        String schema = line.at("repo/proto/shop/order.proto");

        assertThat(line.run("check", schema, "--against", "git:base")).isEqualTo(2);
        assertThat(line.err()).contains("it is one .proto file; name the folder that its imports start at");
        assertThat(line.run("build", schema, "--out", line.at("x.binpb"))).isEqualTo(2);
        assertThat(line.err()).contains("is one .proto file");
    }

    @Test
    void anEmptyArgumentIsNoFolder() {
        String now = line.at("repo/proto");

        assertThat(line.run("check", now, "--against", "")).isEqualTo(2);
        assertThat(line.err()).contains("--against has an empty value");
        assertThat(line.run("check", now, "--against=")).isEqualTo(2);
        assertThat(line.run("check", "", "--against", now)).isEqualTo(2);
        assertThat(line.err()).contains("an argument is empty");
    }

    @Test
    void namesOfFilesNeitherSteerATerminalNorStartALine() throws IOException {
        line.write("hostile/::error::\n\u001b[31m.proto", "message {");

        assertThat(line.run("check", line.at("hostile"), "--against", line.at("hostile")))
                .isEqualTo(2);
        assertThat(line.err()).contains("./::error::\\n\\u001b[31m.proto:1:").doesNotContain("\u001b");
        assertThat(line.err().lines()).noneMatch(text -> text.startsWith("::"));
        assertThat(line.run("check", "no\u001b[31m\nfolder", "--against", line.at("hostile")))
                .isEqualTo(2);
        assertThat(line.err()).contains("there is no no\\u001b[31m\\nfolder").doesNotContain("\u001b");
    }
}
