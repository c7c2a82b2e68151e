package dev.sluice.contract.provider;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that is started as a provider and misbehaves as its first argument says. */
final class MisbehavingMain {
    private MisbehavingMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        switch (arguments[0]) {
            case "never-ready" -> {
                out.println("still thinking");
                Thread.sleep(600_000);
            }
            case "crash" -> {
                System.err.println("SLUICE_QUEUE_LIMIT: not a number");
                System.exit(2);
            }
            case "flood" -> {
                String line = "x".repeat(1000);
                for (int i = 0; i < 20_000; i++) {
                    out.println(line);
                }
                out.println("listening on http://127.0.0.1:9");
                out.println("the last line");
                Thread.sleep(600_000);
            }
            case "ignore-sigterm" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(MisbehavingMain::sleep));
                out.println("listening on http://127.0.0.1:9");
                Thread.sleep(600_000);
            }
            case "good" -> {
                out.println("listening on http://127.0.0.1:9");
                Thread.sleep(600_000);
            }
            case "no-address" -> {
                out.println("listening on port nine");
                Thread.sleep(600_000);
            }
            case "child" -> {
                Process child = new ProcessBuilder("sleep", "600").start();
                Files.writeString(Path.of(arguments[1]), Long.toString(child.pid()), StandardCharsets.UTF_8);
                Thread.sleep(600_000);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
