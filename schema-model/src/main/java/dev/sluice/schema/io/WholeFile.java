package dev.sluice.schema.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file as a whole: it has the old content or the new one at any time, whatever fails. */
public final class WholeFile {
    private WholeFile() {}

    /** What goes into the file. */
    @FunctionalInterface
    public interface Content {

        /** @throws IOException if {@code out} throws it */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file, and makes the folders on the way to it. A JVM that is told to end meanwhile waits for it, 5 seconds at
     * most.
     *
     * @throws IOException if it cannot be written; then what was there is there still
     */
    public static void replace(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path draft = Drafts.of(target);
        EndGuard guard = new EndGuard();
        try {
            write(draft, content, target);
        } finally {
            guard.close();
        }
    }

    /**
     * Writes to what a user named: a file is replaced, but a device, a pipe or a symbolic link, such as {@code /dev/stdout},
     * stays what it is and is written to.
     *
     * @throws IOException if it cannot be written
     */
    public static void writeTo(Path named, Content content) throws IOException {
        if (!Files.exists(named) || Files.isRegularFile(named, LinkOption.NOFOLLOW_LINKS)) {
            replace(named, content);
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(named))) {
            content.writeTo(out);
        }
    }

    private static void write(Path draft, Content content, Path target) throws IOException {
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                content.writeTo(out);
            }
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
