package dev.sluice.schema.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Writes a file slowly, again and again; run by a test in a JVM of its own. */
final class WritesForEver {
    private WritesForEver() {}

    public static void main(String[] arguments) throws IOException {
        while (true) {
            WholeFile.replace(Path.of(arguments[0], "a"), out -> {
                System.out.print('w');
                System.out.flush();
                pause();
                out.write('x');
            });
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
