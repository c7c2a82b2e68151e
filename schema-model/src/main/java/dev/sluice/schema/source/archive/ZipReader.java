package dev.sluice.schema.source.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads the wanted entries of a zip archive; the others are not decompressed. */
final class ZipReader {
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;

    private final ArchiveBytes file;
    private final ArchiveLimits limits;
    private final Expansion expansion;
    private final KeptFiles kept;

    private ZipReader(ArchiveBytes file, ArchiveLimits limits, KeptFiles kept) {
        this.file = file;
        this.limits = limits;
        this.expansion = new Expansion(limits, file.size());
        this.kept = kept;
    }

    static void read(ArchiveBytes file, ArchiveLimits limits, KeptFiles kept) throws IOException {
        new ZipReader(file, limits, kept).readAll();
    }

    private void readAll() throws IOException {
        ZipDirectory directory = ZipDirectory.read(file, limits.entries());
        for (ZipEntryHeader entry : directory.entries()) {
            Optional<String> path = kept.enter(entry.name());
            if (path.isPresent() && entry.regular()) {
                keep(path.get(), entry, directory.base());
            }
        }
    }

    private void keep(String path, ZipEntryHeader entry, long base) throws IOException {
        if (entry.encrypted()) {
            throw about(entry, "is encrypted");
        }
        if (entry.method() != ZipEntryHeader.STORED && entry.method() != ZipEntryHeader.DEFLATED) {
            throw about(entry, "is compressed by method " + entry.method() + "; only deflate is supported");
        }
        CRC32 crc = new CRC32();
        Inflater inflater = new Inflater(true);
        try (InputStream content = new CheckedInputStream(content(entry, base, inflater), crc)) {
            kept.keep(path, entry.size(), content);
            if (content.read() >= 0) {
                throw about(entry, "is longer than it says");
            }
        } finally {
            inflater.end();
        }
        if (crc.getValue() != entry.crc()) {
            throw about(entry, "is damaged: its checksum is wrong");
        }
    }

    private InputStream content(ZipEntryHeader entry, long base, Inflater inflater) throws IOException {
        long at = base + entry.offset();
        ByteBuffer local = file.read(at, LOCAL_BYTES);
        if (local.getInt(0) != LOCAL_SIGNATURE) {
            throw about(entry, "is not where the directory says");
        }
        if (entry.compressed() > limits.fileBytes()) {
            throw about(
                    entry,
                    "has " + entry.compressed() + " compressed bytes; at most " + limits.fileBytes() + " are read");
        }
        long start = at + LOCAL_BYTES + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
        byte[] stored = file.read(start, (int) entry.compressed()).array();
        if (entry.method() == ZipEntryHeader.STORED) {
            return new CountedStream(new ByteArrayInputStream(stored), expansion);
        }
        // Without a zlib header, an Inflater may want one byte more than there is.
        byte[] padded = Arrays.copyOf(stored, stored.length + 1);
        return new CountedStream(new InflaterInputStream(new ByteArrayInputStream(padded), inflater), expansion);
    }

    private static CorruptArchiveException about(ZipEntryHeader entry, String what) {
        return new CorruptArchiveException("its entry '" + EntryPath.shown(entry.name()) + "' " + what);
    }
}
