package dev.sluice.schema.source.archive;

import dev.sluice.schema.source.SchemaPath;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The schemas in a {@code .zip}, {@code .jar}, {@code .tar}, {@code .tar.gz} or {@code .tgz} archive, read into memory once.
 *
 * <p>Kept are {@code .proto} files, and the files called {@code buf.yaml}, {@code buf.work.yaml} (once {@code buf.mod} and
 * {@code buf.work}) and {@code sluice.yaml}, which are read by path and not listed. Links in the archive are passed over, as
 * are a jar's META-INF and what a Mac adds ({@code ._name}, {@code __MACOSX}). A folder that everything in the archive is in is part of the paths, unless it is
 * named as the folder to read.
 */
public final class ArchiveSource implements SchemaSource {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final String folder;
    private final TreeMap<String, byte[]> files;
    private final List<String> schemas;

    private ArchiveSource(Path file, String folder, TreeMap<String, byte[]> files) {
        this.file = file;
        this.folder = folder;
        this.files = files;
        this.schemas = files.keySet().stream().filter(SchemaPath::isListed).toList();
    }

    /** Whether the name of a file is that of an archive this reads. */
    public static boolean isArchive(Path file) {
        return ArchiveFormat.of(file).isPresent();
    }

    /**
     * Reads an archive within the {@linkplain ArchiveLimits#standard() standard limits}.
     *
     * @param folder the folder in the archive that imports start from, with {@code /} between its parts; empty for the root
     * @throws CorruptArchiveException if the archive is damaged or we refuse to read it
     * @throws SourceUnavailableException if there is no such file, or no such folder in it
     */
    public static ArchiveSource open(Path file, String folder) throws IOException {
        return open(file, folder, ArchiveLimits.standard());
    }

    /**
     * Reads an archive within limits.
     *
     * @param folder the folder in the archive that imports start from, with {@code /} between its parts; empty for the root
     * @throws CorruptArchiveException if the archive is damaged or we refuse to read it
     * @throws SourceUnavailableException if there is no such file, or no such folder in it
     */
    public static ArchiveSource open(Path file, String folder, ArchiveLimits limits) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SourceUnavailableException("there is no file " + file);
        }
        try {
            ArchiveFormat format = ArchiveFormat.of(file)
                    .orElseThrow(() ->
                            new CorruptArchiveException("its name ends in none of .zip, .jar, .tar, .tar.gz and .tgz"));
            String path = EntryPath.of("the folder", folder);
            KeptFiles kept = new KeptFiles(path, format == ArchiveFormat.JAR, limits);
            read(file, format, limits, kept);
            if (!kept.hasFolder()) {
                throw new SourceUnavailableException("there is no folder '" + path + "' in the archive " + file
                        + kept.onlyFolder()
                                .map(only -> "; everything is in its folder '" + only + "'")
                                .orElse(""));
            }
            return new ArchiveSource(file, path, kept.files());
        } catch (CorruptArchiveException e) {
            throw new CorruptArchiveException("the archive " + file + " cannot be read: " + e.getMessage(), e);
        } catch (ZipException | EOFException e) {
            throw new CorruptArchiveException(
                    "the archive " + file + " cannot be read: it is cut short or damaged (" + e.getMessage() + ")", e);
        }
    }

    private static void read(Path file, ArchiveFormat format, ArchiveLimits limits, KeptFiles kept) throws IOException {
        switch (format) {
            case ZIP, JAR -> {
                try (ArchiveBytes bytes = ArchiveBytes.open(file)) {
                    ZipReader.read(bytes, limits, kept);
                }
            }
            case TAR -> readTar(file, limits, kept, false);
            case GZIPPED_TAR -> readTar(file, limits, kept, true);
        }
    }

    private static void readTar(Path file, ArchiveLimits limits, KeptFiles kept, boolean gzipped) throws IOException {
        Expansion expansion = new Expansion(limits, Files.size(file));
        try (InputStream bytes = Files.newInputStream(file);
                InputStream tar = gzipped ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
                InputStream counted = new BufferedInputStream(new CountedStream(tar, expansion), BUFFER_BYTES)) {
            TarReader.read(counted, kept);
        }
    }

    @Override
    public List<String> list() {
        return schemas;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public boolean contains(String path) {
        return files.containsKey(path);
    }

    @Override
    public String describe() {
        return file + (folder.isEmpty() ? "" : ", folder " + folder);
    }
}
