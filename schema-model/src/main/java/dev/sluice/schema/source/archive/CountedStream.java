package dev.sluice.schema.source.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decompressed bytes, counted against the limits as they come. */
final class CountedStream extends FilterInputStream {
    private final Expansion expansion;

    CountedStream(InputStream decompressed, Expansion expansion) {
        super(decompressed);
        this.expansion = expansion;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            expansion.add(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            expansion.add(count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        expansion.add(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
