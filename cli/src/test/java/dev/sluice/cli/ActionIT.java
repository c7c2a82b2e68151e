package dev.sluice.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The script of action.yml, run as GitHub does, on a repository with a pull request merged into its branch. */
class ActionIT {
    private static final int PATIENCE_IN_SECONDS = 60;
    private static final String ORDER =
            "syntax = \"proto3\";\npackage shop.v1;\nmessage Order {\n  int32 quantity = 1;\n}\n";

    @TempDir
    private Path folder;

    private Path repository;
    private Path launcher;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void checkOutAPullRequest() throws IOException, InterruptedException {
        launcher = Distribution.unpack(folder.resolve("dist"));
        repository = Files.createDirectories(folder.resolve("repository"));
        git("init", "--quiet", "--initial-branch=main");
        commit(ORDER, "base");
        git("checkout", "--quiet", "-b", "feature");
        commit(ORDER.replace("int32", "string"), "break readers");
        git("checkout", "--quiet", "main");
        Files.writeString(repository.resolve("proto/item.proto"), ORDER.replace("Order", "Item"));
        git("add", ".");
        git("commit", "--quiet", "-m", "meanwhile");
        git("merge", "--quiet", "--no-ff", "-m", "the merge commit that GitHub makes", "feature");
        for (String name : List.of(
                "AGAINST", "CONFIG", "USE", "SARIF", "BEFORE", "VERSION", "RELEASES", "PULL_REQUEST", "GH_TOKEN")) {
            environment.put(name, "");
        }
        environment.put("SCHEMAS", "proto");
        environment.put("FAIL_ON", "error");
        environment.put("COMMENT", "false");
        environment.put("EVENT", "pull_request");
        environment.put("BASE", "main");
        environment.put("SLUICE", launcher.toString());
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        environment.put("GITHUB_REPOSITORY", "example/shop");
    }

    private void commit(String order, String message) throws IOException, InterruptedException {
        Path file = repository.resolve("proto/order.proto");
        Files.createDirectories(repository.resolve("proto"));
        Files.writeString(file, order);
        git("add", ".");
        git("commit", "--quiet", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=t", "-c", "user.email=t@localhost", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        assertThat(run(command)).as(String.join(" ", arguments)).isZero();
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private int runAction() throws IOException, InterruptedException {
        return run(List.of("bash", "-c", script()));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static Map<?, ?> action() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("sluice.root"), "action.yml"));
        return (Map<?, ?>) requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static String script() throws IOException {
        Map<?, ?> runs = (Map<?, ?>) requireNonNull(action().get("runs"));
        Map<?, ?> step = (Map<?, ?>) ((List<?>) requireNonNull(runs.get("steps"))).get(0);
        return String.valueOf(step.get("run"));
    }

    @Test
    void aPullRequestThatBreaksIsBlockedAndOnlyItsOwnChangesCount() throws IOException, InterruptedException {
        assertThat(runAction()).isOne();
        assertThat(log())
                .contains("::error file=proto/order.proto,line=4,")
                .contains("title=FIELD_SAME_TYPE")
                .doesNotContain("item.proto");
        assertThat(folder.resolve("output")).hasContent("status=1\n");
        assertThat(folder.resolve("summary")).content().startsWith("### Schema check: 1 breaking change");
    }

    @Test
    void aPushIsComparedWithTheCommitBeforeIt() throws IOException, InterruptedException {
        environment.put("EVENT", "push");
        environment.put("BEFORE", "0".repeat(40));
        assertThat(runAction()).isOne();
        git("checkout", "--quiet", "HEAD^1");
        assertThat(runAction()).isZero();
    }

    @Test
    void aCheckoutWithoutTheBaseSaysWhatToSet() throws IOException, InterruptedException {
        environment.put("AGAINST", "git:v9");
        assertThat(runAction()).isEqualTo(3);
        assertThat(log()).contains("::error title=Baseline unavailable::").contains("fetch-depth: 2");
        assertThat(folder.resolve("output")).hasContent("status=3\n");
    }

    @Test
    void aCommentThatIsRefusedDoesNotFailTheStep() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("gh"), "#!/bin/sh\necho \"$@\" >>'" + folder + "/gh'\nexit 1\n");
        assertThat(bin.resolve("gh").toFile().setExecutable(true)).isTrue();
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        environment.put("COMMENT", "true");
        environment.put("PULL_REQUEST", "7");
        assertThat(runAction()).isOne();
        assertThat(log()).contains("::notice::The comment could not be written");
        assertThat(folder.resolve("gh")).content().contains("--method POST repos/example/shop/issues/7/comments");
    }

    @Test
    void everyInputReachesTheScript() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("sluice.root"), "action.yml"));
        for (Object input : ((Map<?, ?>) requireNonNull(action().get("inputs"))).keySet()) {
            assertThat(text).contains("inputs." + input);
        }
        assertThat(script()).doesNotContain("${{");
    }
}
