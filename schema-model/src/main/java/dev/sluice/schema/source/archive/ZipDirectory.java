package dev.sluice.schema.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The directory at the end of a zip archive (PKWARE APPNOTE 6.3, 4.3.14 to 4.3.16). */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xffff;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final long MAX_BYTES = 128L << 20;

    private final List<ZipEntryHeader> entries;
    private final long base;

    private ZipDirectory(List<ZipEntryHeader> entries, long base) {
        this.entries = entries;
        this.base = base;
    }

    List<ZipEntryHeader> entries() {
        return entries;
    }

    /** Where the archive begins in its file: something else may be in front of it. */
    long base() {
        return base;
    }

    static ZipDirectory read(ArchiveBytes file, int maxEntries) throws IOException {
        int tailBytes = (int) Math.min(file.size(), END_BYTES + MAX_COMMENT_BYTES);
        long tailAt = file.size() - tailBytes;
        ByteBuffer tail = file.read(tailAt, tailBytes);
        for (int at = tailBytes - END_BYTES; at >= 0; at--) {
            boolean found =
                    tail.getInt(at) == END_SIGNATURE && at + END_BYTES + (tail.getShort(at + 20) & 0xffff) == tailBytes;
            if (found) {
                return read(
                        file,
                        End.of(file, tailAt + at, tail.slice(at, END_BYTES).order(tail.order())),
                        maxEntries);
            }
        }
        throw new CorruptArchiveException("it is no zip archive, or is cut short: its directory is missing");
    }

    private static ZipDirectory read(ArchiveBytes file, End end, int maxEntries) throws IOException {
        if (end.entries > maxEntries) {
            throw new CorruptArchiveException("it has more than " + maxEntries + " entries");
        }
        long start = end.at - end.bytes;
        long base = start - end.offset;
        if (end.bytes < 0 || end.bytes > MAX_BYTES || start < 0 || base < 0 || end.offset < 0) {
            throw new CorruptArchiveException("it is damaged: its directory is not where it should be");
        }
        ByteBuffer directory = file.read(start, (int) end.bytes);
        List<ZipEntryHeader> entries = new ArrayList<>();
        while (directory.hasRemaining()) {
            if (entries.size() == maxEntries) {
                throw new CorruptArchiveException("it has more than " + maxEntries + " entries");
            }
            entries.add(ZipEntryHeader.next(directory));
        }
        if (entries.size() != end.entries) {
            throw new CorruptArchiveException(
                    "it is damaged: its directory has " + entries.size() + " entries instead of " + end.entries);
        }
        return new ZipDirectory(entries, base);
    }

    /**
     * The end of the directory.
     *
     * @param at where the directory ends in the file
     * @param entries the number of its entries
     * @param bytes its length
     * @param offset where it begins, as the archive counts
     */
    private record End(long at, long entries, long bytes, long offset) {

        static End of(ArchiveBytes file, long at, ByteBuffer end) throws IOException {
            long locatorAt = at - LOCATOR_BYTES;
            if (locatorAt >= END64_BYTES) {
                ByteBuffer locator = file.read(locatorAt, LOCATOR_BYTES);
                if (locator.getInt(0) == LOCATOR_SIGNATURE) {
                    return large(file, locator.getLong(8), locatorAt);
                }
            }
            return new End(at, end.getShort(10) & 0xffff, end.getInt(12) & 0xffff_ffffL, end.getInt(16) & 0xffff_ffffL);
        }

        /** The end as archives write it whose numbers may be too large for the old one. */
        private static End large(ArchiveBytes file, long statedAt, long locatorAt) throws IOException {
            for (long at : new long[] {statedAt, locatorAt - END64_BYTES}) {
                if (at >= 0 && at <= locatorAt - END64_BYTES) {
                    ByteBuffer end = file.read(at, END64_BYTES);
                    if (end.getInt(0) == END64_SIGNATURE) {
                        return new End(at, end.getLong(32), end.getLong(40), end.getLong(48));
                    }
                }
            }
            throw new CorruptArchiveException("it is damaged: its directory is not where it should be");
        }
    }
}
