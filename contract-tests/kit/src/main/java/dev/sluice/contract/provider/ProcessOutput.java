package dev.sluice.contract.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The output of a process, read to its end so that the process never blocks; the first and the last 16 KiB are kept. It looks for the first line that
 * begins with a given text.
 */
final class ProcessOutput {
    private static final int KEPT = 16 << 10;
    private static final int LONGEST_LINE = 1 << 10;

    private final StringBuilder first = new StringBuilder();
    private final StringBuilder last = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final String wanted;
    private long dropped;

    ProcessOutput(String wanted) {
        this.wanted = wanted;
    }

    /** Reads the stream in a thread of its own. */
    void drain(InputStream in, boolean forWanted) {
        Thread thread = new Thread(() -> read(in, forWanted), "contract-provider-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** What follows the wanted text in its line, once that line came. */
    CompletableFuture<String> ready() {
        return ready;
    }

    synchronized String text() {
        String gap = dropped == 0 ? "" : "\n... " + dropped + " characters left out ...\n";
        return (first + gap + last).strip();
    }

    private void read(InputStream in, boolean forWanted) {
        byte[] buffer = new byte[8192];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                keep(new String(buffer, 0, n, StandardCharsets.UTF_8), forWanted);
            }
        } catch (IOException processEnded) {
            // The process was ended while it was being read: there is nothing more to keep.
            return;
        }
    }

    private synchronized void keep(String text, boolean forWanted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            (first.length() < KEPT ? first : last).append(c);
            if (forWanted && !ready.isDone()) {
                scan(c);
            }
        }
        int surplus = last.length() - KEPT;
        if (surplus > 0) {
            last.delete(0, surplus);
            dropped += surplus;
        }
    }

    private void scan(char c) {
        if (c == '\n') {
            address(line.toString().strip()).ifPresent(ready::complete);
            line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
            line.append(c);
        }
    }

    private Optional<String> address(String text) {
        return text.startsWith(wanted)
                ? Optional.of(text.substring(wanted.length()).strip())
                : Optional.empty();
    }
}
