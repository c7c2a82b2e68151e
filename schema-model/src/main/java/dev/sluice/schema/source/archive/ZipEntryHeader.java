package dev.sluice.schema.source.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the directory at the end of a zip archive says of an entry (PKWARE APPNOTE 6.3, 4.3.12). {@code java.util.zip} does
 * not tell whether an entry is a symbolic link, which is why this is read here.
 *
 * @param compressed the length of its content in the archive, in bytes
 * @param size the length of its content, in bytes
 * @param offset where its local header is, as the archive counts
 */
record ZipEntryHeader(
        String name,
        boolean encrypted,
        int method,
        long crc,
        long compressed,
        long size,
        long offset,
        boolean regular) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int SIGNATURE = 0x02014b50;
    private static final int FIXED_BYTES = 46;
    private static final long IN_EXTRA_FIELD = 0xffff_ffffL;
    private static final int ZIP64_FIELD = 1;
    private static final int UNIX = 3;
    private static final int MAC = 19;
    private static final int FILE_TYPE = 0170000;
    private static final int REGULAR_FILE = 0100000;

    /** Reads the next entry of a directory. */
    static ZipEntryHeader next(ByteBuffer directory) throws CorruptArchiveException {
        if (directory.remaining() < FIXED_BYTES || directory.getInt(directory.position()) != SIGNATURE) {
            throw damaged("its directory is cut short");
        }
        ByteBuffer fixed = part(directory, FIXED_BYTES);
        byte[] name = new byte[unsigned(fixed, 28)];
        int extraBytes = unsigned(fixed, 30);
        int commentBytes = unsigned(fixed, 32);
        if (directory.remaining() < name.length + extraBytes + commentBytes) {
            throw damaged("its directory is cut short");
        }
        directory.get(name);
        ByteBuffer large = zip64(part(directory, extraBytes));
        part(directory, commentBytes);
        long size = number(fixed, 24, large);
        long compressed = number(fixed, 20, large);
        long offset = number(fixed, 42, large);
        String text = new String(name, StandardCharsets.UTF_8);
        return new ZipEntryHeader(
                text,
                (fixed.getShort(8) & 1) != 0,
                unsigned(fixed, 10),
                fixed.getInt(16) & 0xffff_ffffL,
                compressed,
                size,
                offset,
                !text.endsWith("/") && isRegular(fixed));
    }

    /** Whether a Unix system says that it is a file, or nobody says anything. */
    private static boolean isRegular(ByteBuffer fixed) {
        int system = fixed.get(5) & 0xff;
        int type = fixed.getInt(38) >>> 16 & FILE_TYPE;
        return type == 0 || type == REGULAR_FILE || system != UNIX && system != MAC;
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xffff;
    }

    /** A 32-bit number, or the next 64-bit one of the extra field where the 32 bits say that it does not fit. */
    private static long number(ByteBuffer fixed, int at, ByteBuffer large) throws CorruptArchiveException {
        long small = fixed.getInt(at) & 0xffff_ffffL;
        if (small != IN_EXTRA_FIELD || !large.hasRemaining()) {
            return small;
        }
        if (large.remaining() < Long.BYTES) {
            throw damaged("a length in its directory is cut short");
        }
        long value = large.getLong();
        if (value < 0) {
            throw damaged("a length in its directory is impossible");
        }
        return value;
    }

    /** The content of the field for large archives (4.5.3); empty where there is none. */
    private static ByteBuffer zip64(ByteBuffer extra) throws CorruptArchiveException {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xffff;
            int length = extra.getShort() & 0xffff;
            if (length > extra.remaining()) {
                break;
            }
            ByteBuffer field = part(extra, length);
            if (id == ZIP64_FIELD) {
                return field;
            }
        }
        return ByteBuffer.allocate(0);
    }

    private static ByteBuffer part(ByteBuffer buffer, int length) {
        ByteBuffer part = buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(buffer.position() + length);
        return part;
    }

    private static CorruptArchiveException damaged(String how) {
        return new CorruptArchiveException("it is damaged: " + how);
    }
}
