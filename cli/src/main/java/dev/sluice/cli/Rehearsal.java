package dev.sluice.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
              message Line { string sku = 1; }
            }
            enum Status { STATUS_UNSPECIFIED = 0; STATUS_%s = 1; }
            service Orders { rpc GetOrder(Order) returns (stream Order) { option deprecated = true; } }
            """;

    private Rehearsal() {}

    /** @throws IOException if the temporary folder cannot be written */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("sluice-rehearsal");
        try {
            String old = write(folder.resolve("old"), SCHEMA.formatted("int32", "OPEN"));
            String now = write(folder.resolve("new"), SCHEMA.formatted("string", "OPENED"));
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Console console = new Console(nowhere, nowhere, false);
            for (String format : List.of("text", "json")) {
                Sluice.run(List.of("check", now, "--against", old, "--format", format), console);
            }
            Sluice.run(List.of("check", now, "--against", now), console);
            Sluice.run(List.of("--version"), console);
        } finally {
            for (String side : List.of("old", "new", "")) {
                Files.deleteIfExists(folder.resolve(side).resolve("order.proto"));
                Files.deleteIfExists(folder.resolve(side));
            }
        }
    }

    private static String write(Path folder, String schema) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("order.proto"), schema);
        return folder.toString();
    }
}
