package dev.sluice.schema.source.archive;

import java.nio.charset.StandardCharsets;

/**
 * One block of a tar archive that describes an entry (POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar, "Basic Tar
 * Format").
 */
final class TarHeader {
    static final int BLOCK = 512;

    private static final int NAME = 0;
    private static final int NAME_BYTES = 100;
    private static final int SIZE = 124;
    private static final int SIZE_BYTES = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_BYTES = 8;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_BYTES = 155;

    private final byte[] block;

    /** Takes a block and compares its checksum. */
    TarHeader(byte[] block) throws CorruptArchiveException {
        this.block = block;
        long expected = octal(CHECKSUM, CHECKSUM_BYTES, "checksum");
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean blank = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_BYTES;
            unsigned += blank ? ' ' : block[i] & 0xff;
            signed += blank ? ' ' : block[i];
        }
        if (expected != unsigned && expected != signed) {
            throw new CorruptArchiveException("it is no tar archive, or is damaged: the checksum of an entry is wrong");
        }
    }

    /** Whether a block is the end mark. */
    static boolean isEnd(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** The type: {@code '0'} for a file, {@code '5'} for a folder, {@code 'x'}, {@code 'g'}, {@code 'L'} for what is said about the next. */
    char type() {
        char type = (char) (block[TYPE] & 0xff);
        boolean oldFolder = (type == 0 || type == '0') && shortName().endsWith("/");
        if (oldFolder) {
            return '5';
        }
        return type == 0 || type == '7' ? '0' : type;
    }

    /** The name, unless a long one was given before. */
    String name() {
        boolean posix = text(MAGIC, 6).equals("ustar");
        String prefix = posix ? text(PREFIX, PREFIX_BYTES) : "";
        return prefix.isEmpty() ? shortName() : prefix + "/" + shortName();
    }

    private String shortName() {
        return text(NAME, NAME_BYTES);
    }

    /** The length of what follows, in bytes. Some archives state one for a link, and yet nothing follows. */
    long size() throws CorruptArchiveException {
        return hasContent() ? number(SIZE, SIZE_BYTES, "size") : 0;
    }

    /** Whether content follows: not for links, devices and folders. */
    boolean hasContent() {
        char type = type();
        return type < '1' || type > '6';
    }

    /** A number in octal digits, or in binary where the first bit is set (GNU tar, "Extensions to the Archive Format"). */
    private long number(int offset, int length, String what) throws CorruptArchiveException {
        if ((block[offset] & 0x80) == 0) {
            return octal(offset, length, what);
        }
        long value = block[offset] & 0x7f;
        for (int i = offset + 1; i < offset + length; i++) {
            if (value >= 1L << 55) {
                throw new CorruptArchiveException("it is damaged: the " + what + " of an entry is impossible");
            }
            value = value << 8 | block[i] & 0xff;
        }
        return value;
    }

    private long octal(int offset, int length, String what) throws CorruptArchiveException {
        String digits = text(offset, length).strip();
        try {
            long value = digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new CorruptArchiveException(
                    "it is no tar archive, or is damaged: the " + what + " of an entry is no number", e);
        }
        throw new CorruptArchiveException("it is damaged: the " + what + " of an entry is negative");
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return new String(block, offset, end - offset, StandardCharsets.UTF_8);
    }
}
