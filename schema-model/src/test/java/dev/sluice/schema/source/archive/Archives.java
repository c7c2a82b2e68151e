package dev.sluice.schema.source.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives for tests, written by a library that shares nothing with the readers. */
final class Archives {
    private Archives() {}

    /** An entry: a folder where the name ends with a slash, a symbolic link where there is a target. */
    record Entry(String name, byte[] content, String linkTarget) {
        static Entry file(String name, String content) {
            return new Entry(name, content.getBytes(StandardCharsets.UTF_8), "");
        }

        static Entry folder(String name) {
            return new Entry(name, new byte[0], "");
        }

        static Entry link(String name, String target) {
            return new Entry(name, new byte[0], target);
        }
    }

    /** Writes an archive of the kind that the file's name says. */
    static Path write(Path file, Entry... entries) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] archive = name.endsWith(".zip") || name.endsWith(".jar") ? zip(entries) : tar(entries);
        return Files.write(file, name.endsWith("gz") ? gzip(archive) : archive);
    }

    static byte[] zip(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
                byte[] content = entry.content();
                if (!entry.linkTarget().isEmpty()) {
                    header.setUnixMode(0120777);
                    content = entry.linkTarget().getBytes(StandardCharsets.UTF_8);
                }
                zip.putArchiveEntry(header);
                zip.write(content);
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] tar(Entry... entries) throws IOException {
        return tar(TarArchiveOutputStream.LONGFILE_POSIX, entries);
    }

    static byte[] tar(int longFileMode, Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(longFileMode);
            tar.setAddPaxHeadersForNonAsciiNames(longFileMode == TarArchiveOutputStream.LONGFILE_POSIX);
            for (Entry entry : entries) {
                tar.putArchiveEntry(header(entry));
                tar.write(entry.content());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static TarArchiveEntry header(Entry entry) {
        if (!entry.linkTarget().isEmpty()) {
            TarArchiveEntry link = new TarArchiveEntry(entry.name(), TarConstants.LF_SYMLINK, true);
            link.setLinkName(entry.linkTarget());
            return link;
        }
        TarArchiveEntry header = new TarArchiveEntry(entry.name(), true);
        header.setSize(entry.content().length);
        return header;
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** One file name of each kind of archive. */
    static List<String> kinds() {
        return List.of("a.zip", "a.jar", "a.tar", "a.tar.gz", "a.tgz", "A.ZIP");
    }
}
