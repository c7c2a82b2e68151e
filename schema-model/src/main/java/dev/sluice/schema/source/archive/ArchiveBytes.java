package dev.sluice.schema.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** An archive's file, read at any place. Numbers in it are little-endian. */
final class ArchiveBytes implements AutoCloseable {
    private final SeekableByteChannel channel;
    private final long size;

    private ArchiveBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static ArchiveBytes open(Path file) throws IOException {
        return new ArchiveBytes(Files.newByteChannel(file));
    }

    long size() {
        return size;
    }

    /**
     * Reads bytes at a place.
     *
     * @throws CorruptArchiveException if the file ends before
     */
    ByteBuffer read(long at, int length) throws IOException {
        if (at < 0 || at > size - length) {
            throw new CorruptArchiveException("it is cut short or damaged: a part of it is not there");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(at);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new CorruptArchiveException("it is cut short: a part of it is not there");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
