package dev.sluice.schema.source.git;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to a process in a thread of its own, so that the process's output can be read meanwhile. */
final class PipeWriter implements Runnable {
    private final OutputStream out;
    private final byte[] bytes;
    private final boolean closing;

    private PipeWriter(OutputStream out, byte[] bytes, boolean closing) {
        this.out = out;
        this.bytes = bytes;
        this.closing = closing;
    }

    /** Begins to write these bytes, the first of several lots. */
    static Thread write(OutputStream out, byte[] bytes) {
        return started(new PipeWriter(out, bytes, false));
    }

    /** Begins to write these bytes, after which the process finds the end of its input. */
    static Thread writeAndClose(OutputStream out, byte[] bytes) {
        return started(new PipeWriter(out, bytes, true));
    }

    private static Thread started(PipeWriter writer) {
        Thread thread = new Thread(writer, "sluice-git-requests");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        try {
            out.write(bytes);
            out.flush();
            if (closing) {
                out.close();
            }
        } catch (IOException e) {
            // The process ended before it had read everything: whoever reads its output finds that output cut short.
            return;
        }
    }
}
