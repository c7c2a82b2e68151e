package dev.sluice.schema.source.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of what a process writes to its error output, read so that the process never waits for a reader. */
final class ErrorText implements Runnable {
    private static final int KEPT_BYTES = 4096;

    private final InputStream errors;
    private final Thread reader;
    private final StringBuilder text = new StringBuilder();

    private ErrorText(InputStream errors) {
        this.errors = errors;
        this.reader = new Thread(this, "sluice-git-errors");
        reader.setDaemon(true);
    }

    static ErrorText of(Process process) {
        ErrorText errors = new ErrorText(process.getErrorStream());
        errors.reader.start();
        return errors;
    }

    @Override
    public void run() {
        try (errors) {
            byte[] kept = errors.readNBytes(KEPT_BYTES);
            synchronized (text) {
                text.append(new String(kept, StandardCharsets.UTF_8));
            }
            errors.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process was ended from here: what it would have said is of no interest.
            return;
        }
    }

    /** What was written, once the process has ended. */
    String text() throws InterruptedException {
        reader.join();
        synchronized (text) {
            return text.toString().strip();
        }
    }
}
