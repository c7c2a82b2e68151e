package dev.sluice.schema.source.archive;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is said about the entry that follows (POSIX.1-2017, pax, "pax Extended Header").
 *
 * @param path its name, or null where its header says it
 * @param size its length in bytes, or -1 where its header says it
 * @param sparse whether its content leaves out runs of zeros (GNU tar)
 */
record PaxRecords(@Nullable String path, long size, boolean sparse) {
    static final PaxRecords NONE = new PaxRecords(null, -1, false);

    /** The same with another name, as GNU tar's long names give it. */
    PaxRecords withPath(String longName) {
        return new PaxRecords(longName, size, sparse);
    }

    /** The same with what {@code LENGTH KEY=VALUE<newline>} records say; the length is that of the whole record. */
    PaxRecords with(byte[] records) throws CorruptArchiveException {
        PaxRecords said = this;
        int at = 0;
        while (at < records.length) {
            int space = at;
            int length = 0;
            while (space < records.length && records[space] >= '0' && records[space] <= '9' && length < 1 << 24) {
                length = length * 10 + records[space++] - '0';
            }
            int end = at + length;
            if (length == 0
                    || end > records.length
                    || space >= end - 1
                    || records[space] != ' '
                    || records[end - 1] != '\n') {
                throw new CorruptArchiveException("it is damaged: a pax record is malformed");
            }
            said = said.with(new String(records, space + 1, end - space - 2, StandardCharsets.UTF_8));
            at = end;
        }
        return said;
    }

    private PaxRecords with(String record) throws CorruptArchiveException {
        int equals = record.indexOf('=');
        String key = equals < 0 ? record : record.substring(0, equals);
        String value = record.substring(equals + 1);
        if (key.equals("path")) {
            return new PaxRecords(value.isEmpty() ? null : value, size, sparse);
        }
        if (key.equals("size")) {
            return new PaxRecords(path, sizeOf(value), sparse);
        }
        return key.startsWith("GNU.sparse.") ? new PaxRecords(path, size, true) : this;
    }

    private static long sizeOf(String digits) throws CorruptArchiveException {
        try {
            long size = Long.parseLong(digits);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new CorruptArchiveException("it is damaged: the size of an entry is no number", e);
        }
        throw new CorruptArchiveException("it is damaged: the size of an entry is negative");
    }
}
