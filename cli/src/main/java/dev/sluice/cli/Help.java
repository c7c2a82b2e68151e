package dev.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The help pages, one text file a command. */
final class Help {
    private Help() {}

    static void print(String page, PrintStream out) {
        try (InputStream text = Help.class.getResourceAsStream("help/" + page + ".txt")) {
            if (text == null) {
                throw new IllegalStateException("no help page for " + page);
            }
            out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
