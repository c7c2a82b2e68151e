package dev.sluice.cli;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CheckPlan;
import dev.sluice.compat.SourceCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideCheck;
import dev.sluice.compat.report.ReportFormat;
import dev.sluice.schema.source.git.GitAddress;
import dev.sluice.schema.source.git.GitRepository;
import dev.sluice.schema.source.git.GitSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does what most runs do, so that the JVM that is told to archive its classes at exit ({@code -XX:ArchiveClassesAtExit})
 * archives those that matter for the time a command takes to start.
 */
public final class Rehearsal {
    private static final String SCHEMA = """
            syntax = "proto3";
            package shop.v1;
            import "google/protobuf/timestamp.proto";
            option java_package = "shop.v1";
            // An order.
            message Order {
              reserved 9 to 10, 12;
              reserved "old";
              string id = 1 [json_name = "orderId"];
              %s quantity = 2;
              repeated Line lines = 3;
              Status status = 4;
              map<string, int64> prices = 5;
              optional int32 priority = 6;
              oneof payment { string card = 7; Line other = 8; }
              google.protobuf.Timestamp created = 11;
            }
            message Line { string sku = 1; }
            enum Status { STATUS_UNSPECIFIED = 0; STATUS_%s = 1; }
            service Orders { rpc GetOrder(Order) returns (stream Order) { option deprecated = true; } }
            """;

    private static final String OPTIONS = """
            syntax = "proto3";
            package shop.v1;
            import "google/protobuf/descriptor.proto";
            extend google.protobuf.FieldOptions { Example example = 50001; repeated string notes = 50002; }
            extend google.protobuf.MethodOptions { Example call = 50001; }
            message Example { string text = 1; repeated int64 numbers = 2; }
            """;

    private static final String IMPORTER = """
            syntax = "proto3";
            package shop.v1;
            import "order.proto";
            import "options.proto";
            message Part%d { Order order = 1 [(example) = {text: "a" /* b */ numbers: [1, 2]}, (notes) = "c"]; }
            """;

    private static final String USER = """
            syntax = "proto3";
            package shop.v1;
            import "order.proto";
            import "options.proto";
            import "labels.proto";
            import "google/protobuf/timestamp.proto";
            option java_package = "shop.v1";
            // A user; see {@code Order}.
            message User {
              reserved 9 to 10, 12;
              reserved "old";
              string name = %d [(label) = "a", deprecated = true, (notes) = "b"];
              repeated Order orders = 2 [(example) = {text: "a" numbers: [1, 2]}];
              map<string, Line> lines = 3;
              oneof contact { string mail = 4; Status status = 5; }
              optional int32 priority = 6 [json_name = "prio"];
              google.protobuf.Timestamp created = 11;
              enum Kind { KIND_UNSPECIFIED = 0; reserved 2 to 3; }
              message Inner { Kind kind = 1; }
              Inner inner = 13;
            }
            service Users {
              option (host) = "example.com";
              rpc GetUser(User) returns (stream Order) { option idempotency_level = NO_SIDE_EFFECTS; option (call).text = "b"; option (call).numbers = 1; }
            }
            """;

    private static final String LABELS = """
            syntax = "proto3";
            package shop.v1;
            import "google/protobuf/descriptor.proto";
            extend google.protobuf.FieldOptions { string label = 50003; }
            extend google.protobuf.ServiceOptions { string host = 50004; }
            """;

    /** So many files are read by several threads. */
    private static final int SEVERAL = 40;

    private static final String CONFIGURATION = """
            version: v1
            breaking: {use: [FILE], ignore: [other]}
            severity: {FIELD_SAME_TYPE: warn}
            waivers:
              - {fingerprint: 0123456789abcdef, reason: r, owner: o, expires: 2027-03-31}
            """;

    private final Path folder;
    private final Console console;

    private Rehearsal(Path folder) {
        this.folder = folder;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.console = new Console(nowhere, nowhere, false);
    }

    /**
     * Rehearses the commands.
     *
     * @param arguments {@code check}, where no other command is to be rehearsed
     * @throws IOException if the temporary folder cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("sluice-rehearsal");
        try {
            Rehearsal rehearsal = new Rehearsal(folder);
            rehearsal.check();
            if (arguments.length == 0) {
                rehearsal.others();
            }
        } finally {
            delete(folder);
        }
    }

    private void check() throws IOException {
        Sluice.isColourWanted();
        String old = write("old/order.proto", SCHEMA.formatted("int32", "OPEN"));
        String now = write("new/order.proto", SCHEMA.formatted("string", "OPENED"));
        for (ReportFormat format : ReportFormat.values()) {
            // In a workflow of GitHub this one would add to the summary of the user's step.
            if (format != ReportFormat.GITHUB) {
                sluice("check", now, "--against", old, "--format", format.word());
            }
        }
        sluice("check", now, "--against", now);
        write("new/options.proto", OPTIONS);
        write("new/labels.proto", LABELS);
        write("new/user.proto", USER.formatted(1));
        for (int i = 0; i < SEVERAL; i++) {
            write("new/part" + i + ".proto", IMPORTER.formatted(i));
        }
        if (git("init", "--quiet") && git("add", ".") && git("commit", "--quiet", "--message", "rehearsal")) {
            write("new/user.proto", USER.formatted(7));
            sluice("check", now, "--against", "git:HEAD");
            if (git("commit", "--quiet", "--all", "--message", "changed")) {
                compareRevisions();
            }
            write("new/order.proto", SCHEMA.formatted("bytes", "OPENED"));
            sluice("check", now, "--against", "git:HEAD");
        }
        write("new/sluice.yaml", CONFIGURATION);
        sluice("check", now, "--against", old);
    }

    private void others() {
        sluice("generate", String.valueOf(folder.resolve("new")), "--out", String.valueOf(folder.resolve("bindings")));
        sluice("explain", "FIELD_SAME_TYPE");
        sluice("--version");
    }

    /** As {@code check git:HEAD --against git:HEAD~1} does in the folder. */
    private void compareRevisions() throws IOException {
        try (GitRepository repository = GitRepository.of(folder)) {
            repository.begin();
            compareRevisions(repository);
        }
    }

    private void compareRevisions(GitRepository repository) throws IOException {
        try (GitSource old = repository.open(GitAddress.parse("git:HEAD~1:new"));
                GitSource now = repository.open(GitAddress.parse("git:HEAD:new"))) {
            CheckSide.Tree newTree = new CheckSide.Tree(now.describe(), now, now.folder());
            CheckConfiguration.find("check", newTree, Concern.CHANGES);
            SourceCheck.Outcome outcome = new SideCheck(List.of(), CheckPlan.of(CheckOptions.DEFAULT), true)
                    .run(new CheckSide.Tree(old.describe(), old, old.folder()), Optional.empty(), newTree);
            if (outcome instanceof SourceCheck.Compared compared) {
                console.err().print(compared.verdict().findings().size());
            }
        } catch (CommandFailure | UnknownRuleException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void sluice(String... arguments) {
        Sluice.run(Arrays.asList(arguments), console);
    }

    /** Whether git did what it was told; it may not be installed. */
    private boolean git(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=sluice", "-c", "user.email=sluice@localhost"));
        command.addAll(List.of("-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // In a hook these name the user's repository.
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            Process process = builder.start();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Writes a file and returns the name of its folder. */
    private String write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return String.valueOf(file.getParent());
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
