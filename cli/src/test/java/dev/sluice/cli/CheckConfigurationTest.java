package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckConfigurationTest {
    private static final Pattern FINGERPRINT = Pattern.compile("fingerprint ([0-9a-f]{16})");

    @TempDir
    private Path folder;

    private CommandLine line;

    @BeforeEach
    void writeSchemas() throws IOException {
        line = new CommandLine(folder);
        line.write("old/order.proto", CommandLine.ORDER);
        line.write("new/order.proto", CommandLine.CHANGED);
    }

    private int check(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "check";
        arguments[1] = line.at("new");
        arguments[2] = "--against";
        arguments[3] = line.at("old");
        System.arraycopy(more, 0, arguments, 4, more.length);
        return line.run(arguments);
    }

    @Test
    void theFileAtTheRootOfTheNewSideCounts() throws IOException {
        line.write("new/buf.yaml", "version: v1\nbreaking:\n  except: [FIELD_SAME_TYPE]\n");
        assertThat(check()).isZero();

        line.write("new/sluice.yaml", "version: v1\nseverity: {FIELD_SAME_TYPE: warn}\n");
        assertThat(check()).isZero();
        assertThat(line.out()).contains("warning FIELD_SAME_TYPE").endsWith("1 breaking change (1 warning)\n");
        assertThat(check("--fail-on", "warn")).isOne();
        assertThat(check("--fail-on=never")).isZero();
        assertThat(check("--config", line.at("new/buf.yaml"))).isZero();
        assertThat(line.out()).isEqualTo("no breaking changes\n");
        assertThat(check("--use", "FIELD_SAME_NAME")).isZero();
    }

    @Test
    void aNamedWorkspaceIsReadWithTheFilesInItsFolders() throws IOException {
        for (String side : List.of("old", "new")) {
            Files.delete(folder.resolve(side + "/order.proto"));
            String order = side.equals("old") ? CommandLine.ORDER : CommandLine.CHANGED;
            line.write(side + "/shop/order.proto", order);
            line.write(side + "/store/stock.proto", order.replace("package shop", "package store"));
        }
        line.write("settings/buf.work.yaml", "version: v1\ndirectories: [shop, store]\n");
        line.write("settings/shop/buf.yaml", "version: v1\nbreaking: {except: [FIELD_SAME_TYPE]}\n");

        assertThat(check("--config", line.at("settings/buf.work.yaml"))).isOne();
        assertThat(line.out()).contains("stock.proto:").doesNotContain("order.proto:");

        line.write("settings/shop/buf.yaml", "version: v1\nbraking: {}\n");
        assertThat(check("--config", line.at("settings/buf.work.yaml"))).isEqualTo(2);
        assertThat(line.err()).contains("shop/buf.yaml:2:1: ");
    }

    @Test
    void theConfigurationIsReadOutOfGitToo() throws IOException, InterruptedException {
        line.write("new/sluice.yaml", "version: v1\nbreaking: {except: [FIELD_SAME_TYPE]}\n");
        CommandLine.git(folder, "init", "-q");
        CommandLine.git(folder, "add", ".");
        CommandLine.git(folder, "commit", "-q", "-m", "all");
        Files.delete(folder.resolve("new/sluice.yaml"));
        CommandLine.git(folder, "archive", "--format=zip", "-o", line.at("new.zip"), "HEAD:new");

        assertThat(line.run("check", line.at("new.zip"), "--against", line.at("old")))
                .isZero();
        assertThat(check()).isOne();
    }

    @Test
    void everyProblemOfAConfigurationIsNamedWithItsPlace() throws IOException {
        line.write("new/sluice.yaml", """
                version: v1
                braking: {}
                severity: {FIELD_SAME_TPYE: warn}
                waivers:
                  - {fingerprint: 0123456789abcdef, reason: r, owner: o, expires: 2027-02-30}
                """);

        assertThat(check()).isEqualTo(2);
        String file = line.at("new/sluice.yaml");
        assertThat(line.err())
                .contains(
                        file + ":2:1: error: unknown key \"braking\"; did you mean \"breaking\"?",
                        file + ":3:12: error: \"FIELD_SAME_TPYE\"",
                        "did you mean \"FIELD_SAME_TYPE\"?",
                        file + ":5:67: error: \"2027-02-30\" is no day of the calendar",
                        "sluice check: the configuration has 3 problems");
        assertThat(line.out()).isEmpty();
        assertThat(check("--config", line.at("gone.yaml"))).isEqualTo(2);
        assertThat(line.err()).contains("there is no configuration file " + line.at("gone.yaml"));
    }

    @Test
    void modulesOfAWorkspaceAreComparedWhereTheOldSideHasNoConfiguration() throws IOException {
        line.write("old/proto/a.proto", CommandLine.ORDER.replace("shop.v1", "a.v1"));
        line.write("new/proto/a.proto", CommandLine.CHANGED.replace("shop.v1", "a.v1"));
        line.write("new/later/b.proto", "syntax = \"proto3\";\n");
        Files.delete(folder.resolve("new/order.proto"));
        line.write("new/buf.yaml", "version: v2\nmodules:\n  - path: proto\n  - path: later\n");

        assertThat(check()).isOne();
        assertThat(line.out())
                .startsWith(line.at("new/proto/a.proto") + ":5:3: error FIELD_SAME_TYPE")
                .endsWith("1 breaking change\n");
    }

    @Test
    void aBrokenConfigurationOfTheBaselineDoesNotKeepItFromBeingCorrected() throws IOException {
        line.write("old/sluice.yaml", "version: v0\n");

        assertThat(check()).isOne();
        assertThat(line.err())
                .contains("warning: the configuration of the baseline is passed over: " + line.at("old/sluice.yaml")
                        + ":1:10: error: unknown version");
    }

    @Test
    void aWaiverLetsAFindingPassUntilItsDayIsOver() throws IOException {
        assertThat(check("--verbose")).isOne();
        Matcher fingerprint = FINGERPRINT.matcher(line.out());
        assertThat(fingerprint.find()).isTrue();
        String config = line.at("new/sluice.yaml");

        assertThat(line.run(
                        "waive",
                        fingerprint.group(1),
                        "--rule",
                        "FIELD_SAME_TYPE",
                        "--reason",
                        "all moved",
                        "--owner",
                        "payments",
                        "--expires",
                        "9999-12-31",
                        "--config",
                        config))
                .isZero();
        assertThat(check("--verbose")).isZero();
        assertThat(line.out())
                .contains("waived FIELD_SAME_TYPE", "waived by payments until 9999-12-31: all moved")
                .endsWith("no breaking changes, 1 waived\n");

        Files.writeString(Path.of(config), Files.readString(Path.of(config)).replace("9999-12-31", "2020-01-01"));
        assertThat(check()).isOne();
        assertThat(line.out()).contains("The waiver of payments expired on 2020-01-01.");

        line.write("new/order.proto", CommandLine.ORDER);
        assertThat(check()).isZero();
        assertThat(line.err()).contains(config + ":3:5: warning: this waiver of payments matches nothing; remove it");
    }

    @Test
    void whatIsWrongWithAWaiverIsSaidAndNothingChanged() throws IOException {
        String config = line.write("sluice.yaml", "version: v1 # ours\n").toString();
        Command waive = new WaiveCommand(Clock.fixed(Instant.parse("2026-11-26T23:00:00Z"), ZoneOffset.UTC));
        String[] good = {
            "0123456789abcdef", "--reason", "r", "--owner", "o", "--expires", "2026-11-26", "--config", config
        };
        String[][] wrong = {
            {"0", "0123456789ABCDEF", "is no fingerprint"},
            {"6", "2026-11-25", "is over"},
            {"6", "2026-11-31", "is no day of the calendar"},
            {"6", "tomorrow", "is no date"},
            {"2", "a\nb", "one line"},
            {"2", " ", "--reason is missing"},
            {"8", line.at("buf.yaml"), "has no waivers"}
        };
        for (String[] change : wrong) {
            String[] arguments = good.clone();
            arguments[Integer.parseInt(change[0])] = change[1];
            assertThat(line.run(waive, arguments)).as(change[2]).isEqualTo(2);
            assertThat(line.err()).contains(change[2]);
            assertThat(Path.of(config)).hasContent("version: v1 # ours\n");
        }
        assertThat(line.run(waive, good)).isZero();
        assertThat(line.run(waive, good)).isEqualTo(2);
        assertThat(line.err()).contains("sluice.yaml:3:5: error: o waives it here until 2026-11-26");
    }

    @Test
    void noNewFileTakesTheRoleOfABufYaml() throws IOException {
        line.write("buf.yaml", "version: v1\n");

        assertThat(line.run(
                        "waive",
                        "0123456789abcdef",
                        "--reason",
                        "r",
                        "--owner",
                        "o",
                        "--expires",
                        "9999-01-01",
                        "--config",
                        line.at("sluice.yaml")))
                .isEqualTo(2);
        assertThat(line.err()).contains("would count instead of the buf.yaml beside it");
        assertThat(folder.resolve("sluice.yaml")).doesNotExist();
    }

    @Test
    void reportsGoToFilesAndToTheSummaryOfAStep() throws IOException {
        Path summary = line.write("summary.md", "before\n");
        Command check = new CheckCommand(() -> Optional.of(summary.toString()));

        assertThat(line.run(
                        check,
                        line.at("new"),
                        "--against",
                        line.at("old"),
                        "--format",
                        "github",
                        "--report",
                        "sarif=" + line.at("out/a.sarif"),
                        "--report=junit=" + line.at("out/a.xml"),
                        "--report",
                        "json=" + line.at("out/a.json")))
                .isOne();
        assertThat(line.out()).startsWith("::error file=");
        assertThat(folder.resolve("out/a.sarif")).content().contains("\"ruleId\":\"FIELD_SAME_TYPE\"");
        assertThat(folder.resolve("out/a.xml")).content().contains("<failure type=\"FIELD_SAME_TYPE\"");
        assertThat(folder.resolve("out/a.json")).content().contains("\"type\":\"FIELD_SAME_TYPE\"");
        assertThat(summary)
                .content()
                .startsWith("before\n### Schema check: 1 breaking change\n")
                .contains("-   int32 quantity = 3;\n+   string quantity = 3;\n");
    }

    @Test
    void reportsThatCannotBeMeantAreRefused() {
        assertThat(check("--report", "sarif")).isEqualTo(2);
        assertThat(line.err()).contains("--report is FORMAT=FILE");
        assertThat(check("--report", "serif=x")).isEqualTo(2);
        assertThat(line.err()).contains("did you mean sarif?");
        assertThat(check("--report", "sarif=x", "--report", "json=./x")).isEqualTo(2);
        assertThat(line.err()).contains("two reports go to");
        assertThat(check("--fail-on", "wran")).isEqualTo(2);
        assertThat(line.err()).contains("did you mean warn?");
        assertThat(check("--report", "sarif=" + line.at("old/order.proto/x"))).isEqualTo(3);
        assertThat(line.err()).contains("cannot write the report");
    }

    @Test
    void aReportIsWrittenThroughADeviceOrALinkThatStays() throws IOException {
        Path target = line.write("target.json", "before\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
        Path device = Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/null"));

        assertThat(check("--report", "json=" + link, "--report", "sarif=" + device))
                .isOne();
        assertThat(target).content().startsWith("{\"path\":").doesNotContain("before");
        assertThat(link).isSymbolicLink();
        assertThat(device).isSymbolicLink();
        assertThat(Path.of("/dev/null")).matches(path -> !Files.isRegularFile(path), "is a device still");
    }

    @Test
    void standardOutputIsNoFileOfAReport() {
        assertThat(check("--report", "sarif=-")).isEqualTo(2);
        assertThat(line.err()).contains("--format says what standard output gets");
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void aConfigurationBehindALinkIsNotPassedOver() throws IOException {
        Path config = line.write("sluice.yaml", "version: v1\nbreaking: {use: [WIRE]}\n");
        Files.createSymbolicLink(folder.resolve("new/sluice.yaml"), config);

        assertThat(check()).isEqualTo(2);
        assertThat(line.err()).contains(line.at("new/sluice.yaml") + " is a symbolic link", "--config");
        assertThat(check("--config", line.at("new/sluice.yaml"))).isOne();
        assertThat(line.out()).contains("FIELD_WIRE_COMPATIBLE_TYPE");
    }

    @Test
    void aNewFileOfWaiversSaysWhoReadsIt() {
        String[] waive = {"waive", "0123456789abcdef", "--reason", "r", "--owner", "o", "--expires", "9999-01-01"};
        String[] arguments = Arrays.copyOf(waive, waive.length + 2);
        arguments[waive.length] = "--config";
        arguments[waive.length + 1] = line.at("sluice.yaml");

        assertThat(line.run(arguments)).isZero();
        assertThat(line.err()).contains("at the root of the schemas, or with --config " + line.at("sluice.yaml"));
        arguments[1] = "fedcba9876543210";
        assertThat(line.run(arguments)).isZero();
        assertThat(line.err()).isEmpty();
    }

    @Test
    void whatComesOutOfAConfigurationStaysInItsLine() throws IOException {
        line.write("new/sluice.yaml", """
                version: v1
                waivers:
                  - fingerprint: "0123456789abcdef"
                    reason: "r"
                    owner: "\\n::error::\\e[31m"
                    expires: 9999-12-31
                """);

        assertThat(check()).isOne();
        assertThat(line.err())
                .contains("this waiver of \\n::error::\\u001b[31m matches nothing")
                .hasLineCount(2);
    }

    @Test
    void allFilesAreComparedOnRequest() {
        assertThat(check("--no-skip", "--format", "json")).isOne();
        assertThat(line.out()).contains("\"type\":\"FIELD_SAME_TYPE\"");
    }
}
