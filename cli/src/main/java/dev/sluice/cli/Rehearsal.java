package dev.sluice.cli;

import dev.sluice.compat.report.ReportFormat;
import dev.sluice.schema.source.git.GitAddress;
import dev.sluice.schema.source.git.GitSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            message Example { string text = 1; repeated int64 numbers = 2; }
            """;

    private static final String IMPORTER = """
            syntax = "proto3";
            package shop.v1;
            import "order.proto";
            import "options.proto";
            message Part%d { Order order = 1 [(example) = {text: "a" /* b */ numbers: [1, 2]}, (notes) = "c"]; }
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

    /** @throws IOException if the temporary folder cannot be written */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("sluice-rehearsal");
        try {
            new Rehearsal(folder).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException {
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
        for (int i = 0; i < SEVERAL; i++) {
            write("new/part" + i + ".proto", IMPORTER.formatted(i));
        }
        if (git("init", "--quiet") && git("add", ".") && git("commit", "--quiet", "--message", "rehearsal")) {
            write("new/order.proto", SCHEMA.formatted("bytes", "OPENED"));
            sluice("check", now, "--against", "git:HEAD");
            compareRevisions();
        }
        sluice("generate", now, "--out", String.valueOf(folder.resolve("bindings")));
        write("new/sluice.yaml", CONFIGURATION);
        sluice("check", now, "--against", old);
        sluice("explain", "FIELD_SAME_TYPE");
        sluice("--version");
    }

    private void compareRevisions() throws IOException {
        try (GitSource old = GitSource.open(folder, GitAddress.parse("git:HEAD:old"));
                GitSource now = GitSource.open(folder, GitAddress.parse("git:HEAD:new"))) {
            now.changesSince(old);
        }
    }

    private void sluice(String... arguments) {
        Sluice.run(List.of(arguments), console);
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
