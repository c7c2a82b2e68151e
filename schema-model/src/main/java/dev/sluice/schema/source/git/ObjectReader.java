package dev.sluice.schema.source.git;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a repository, through one {@code git cat-file --batch} that runs until all have closed this (git-cat-file,
 * "Batch output"). Names go to its input, where none is taken for an option. For use by several threads, one at a time.
 */
final class ObjectReader implements AutoCloseable {
    /** The largest object that is read, in bytes. */
    static final int MAX_OBJECT_BYTES = 64 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    /** A pipe holds so many bytes on any system, whether or not they are read (pipe(7), PIPE_BUF). */
    private static final int BYTES_IN_PIPE = 512;

    private static final int MAX_HEADER_BYTES = 1 << 16;
    private static final int CLOSING_MILLISECONDS = 1000;

    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final ErrorText errors;

    /** Why no more can be asked, or null. */
    @Nullable
    private String ended;

    private int users = 1;

    private ObjectReader(Process process) {
        this.process = process;
        this.in = new BufferedInputStream(process.getInputStream(), BUFFER_BYTES);
        this.out = process.getOutputStream();
        this.errors = ErrorText.of(process);
    }

    static ObjectReader start(GitCommand git) throws IOException {
        return new ObjectReader(git.start("cat-file", "--batch"));
    }

    /** Lets one more use this, who is to close it too; false where it has ended. */
    synchronized boolean share() {
        if (ended == null) {
            users++;
            return true;
        }
        return false;
    }

    /**
     * Reads the object of a name.
     *
     * @throws IOException if git does not answer, or the object is larger than {@link #MAX_OBJECT_BYTES}
     */
    synchronized Reply ask(String name) throws IOException {
        if (GitAddress.hasControlCharacter(name)) {
            return new Reply.Missing();
        }
        try {
            checkOpen();
            out.write((name + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return reply();
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /**
     * Reads many objects, much faster than one by one.
     *
     * @param ids the full ids of objects
     * @throws IOException if git does not answer
     */
    synchronized void askAll(List<String> ids, ReplyConsumer replies) throws IOException {
        StringBuilder requests = new StringBuilder();
        ids.forEach(id -> requests.append(id).append('\n'));
        try {
            checkOpen();
            byte[] bytes = requests.toString().getBytes(StandardCharsets.US_ASCII);
            if (bytes.length <= BYTES_IN_PIPE) {
                out.write(bytes);
                out.flush();
                replies(ids.size(), replies);
            } else {
                Thread writer = PipeWriter.write(out, bytes);
                replies(ids.size(), replies);
                writer.join();
            }
        } catch (IOException e) {
            throw ended(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended(new IOException("interrupted while reading from git", e));
        }
    }

    private void replies(int count, ReplyConsumer replies) throws IOException {
        for (int i = 0; i < count; i++) {
            replies.accept(i, reply());
        }
    }

    private void checkOpen() throws IOException {
        if (ended != null) {
            throw new IOException(ended);
        }
    }

    /** After a failure requests and replies no longer match, so the process is of no more use. */
    private IOException ended(IOException cause) {
        if (ended != null) {
            return cause;
        }
        String said = "";
        try {
            // Killed only if it has not ended by itself, when what it said last would be lost.
            process.waitFor(CLOSING_MILLISECONDS, TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            said = errors.text();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        ended = "git cat-file ended: " + (said.isEmpty() ? cause.getMessage() : said);
        return new IOException(ended, cause);
    }

    private Reply reply() throws IOException {
        String header = header();
        if (header.endsWith(" missing")) {
            return new Reply.Missing();
        }
        if (header.endsWith(" ambiguous")) {
            return new Reply.Ambiguous();
        }
        String[] parts = header.split(" ");
        if (parts.length != 3) {
            throw new IOException("git answered '" + header + "'");
        }
        long size = sizeOf(parts[2], header);
        if (size > MAX_OBJECT_BYTES) {
            in.skipNBytes(size + 1);
            return new Reply.TooLarge(parts[0], size);
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size || in.read() != '\n') {
            throw new EOFException("its answer is cut short");
        }
        return new Reply.Found(parts[0], parts[1], bytes);
    }

    private static long sizeOf(String digits, String header) throws IOException {
        try {
            return Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw new IOException("git answered '" + header + "'", e);
        }
    }

    private String header() throws IOException {
        byte[] header = new byte[128];
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || length == MAX_HEADER_BYTES) {
                throw new EOFException("its answer is cut short");
            }
            if (length == header.length) {
                header = Arrays.copyOf(header, length * 2);
            }
            header[length++] = (byte) b;
        }
        return new String(header, 0, length, StandardCharsets.UTF_8);
    }

    /** Ends the process, once all who use it have closed it. */
    @Override
    public synchronized void close() {
        if (--users > 0) {
            return;
        }
        if (ended == null) {
            ended = "it is closed";
        }
        try {
            out.close();
            in.close();
            process.waitFor(CLOSING_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Takes the reply to the request of an index. */
    @FunctionalInterface
    interface ReplyConsumer {
        void accept(int index, Reply reply);
    }

    /** What git says to a name. */
    sealed interface Reply {
        /** An object and its full id; its type is blob, tree, commit or tag. */
        record Found(String id, String type, byte[] bytes) implements Reply {}

        record Missing() implements Reply {}

        record Ambiguous() implements Reply {}

        record TooLarge(String id, long size) implements Reply {}

        /** The object, where it was found and is of this type. */
        default Optional<Found> as(String type) {
            return this instanceof Found found && found.type().equals(type) ? Optional.of(found) : Optional.empty();
        }
    }
}
