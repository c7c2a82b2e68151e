package dev.sluice.schema.source.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a tar archive from its beginning to its end: ustar, with the long names and sizes of pax and GNU tar. */
final class TarReader {
    /** More than any long name or set of pax records has, in bytes. */
    private static final int MAX_ABOUT_BYTES = 1 << 20;

    private final InputStream in;
    private final KeptFiles kept;

    /** What pax records or a GNU long name said about the next entry. */
    private PaxRecords about = PaxRecords.NONE;

    private TarReader(InputStream in, KeptFiles kept) {
        this.in = in;
        this.kept = kept;
    }

    static void read(InputStream in, KeptFiles kept) throws IOException {
        new TarReader(in, kept).readAll();
    }

    private void readAll() throws IOException {
        for (byte[] block = block(); !TarHeader.isEnd(block); block = block()) {
            entry(new TarHeader(block));
        }
        // What follows the end mark is padding; a compressed archive has its own checksum behind it.
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void entry(TarHeader header) throws IOException {
        switch (header.type()) {
            case 'x' -> about = about.with(aboutNext(header));
            case 'L' -> about = about.withPath(untilNul(aboutNext(header)));
            case 'g', 'K' -> skip(padded(header.size()));
            case 'S' ->
                throw new CorruptArchiveException(
                        "its entry '" + EntryPath.shown(header.name()) + "' is a sparse file, which is not supported");
            default -> {
                member(header, about);
                about = PaxRecords.NONE;
            }
        }
    }

    private void member(TarHeader header, PaxRecords said) throws IOException {
        String name = said.path() == null ? header.name() : said.path();
        boolean restated = said.size() >= 0 && header.hasContent();
        long size = restated ? said.size() : header.size();
        Optional<String> path = kept.enter(name);
        if (header.type() == '0' && path.isPresent() && !name.endsWith("/")) {
            if (said.sparse()) {
                throw new CorruptArchiveException(
                        "its entry '" + EntryPath.shown(name) + "' is a sparse file, which is not supported");
            }
            kept.keep(path.get(), size, in);
            skip(padded(size) - size);
        } else {
            skip(padded(size));
        }
    }

    private byte[] aboutNext(TarHeader header) throws IOException {
        long size = header.size();
        if (size > MAX_ABOUT_BYTES) {
            throw new CorruptArchiveException("it is damaged: what it says about an entry has " + size + " bytes");
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw truncated();
        }
        skip(padded(size) - size);
        return bytes;
    }

    private static String untilNul(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int nul = text.indexOf('\0');
        return nul < 0 ? text : text.substring(0, nul);
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        if (block.length < TarHeader.BLOCK) {
            throw truncated();
        }
        return block;
    }

    private void skip(long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
        } catch (EOFException e) {
            throw truncated();
        }
    }

    /** A length rounded up to whole blocks. */
    private static long padded(long size) throws CorruptArchiveException {
        if (size > Long.MAX_VALUE - TarHeader.BLOCK) {
            throw new CorruptArchiveException("it is damaged: the size of an entry is impossible");
        }
        return (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
    }

    private static CorruptArchiveException truncated() {
        return new CorruptArchiveException("it ends before its end mark: it is cut short or no tar archive");
    }
}
