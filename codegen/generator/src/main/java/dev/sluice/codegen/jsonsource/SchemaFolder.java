package dev.sluice.codegen.jsonsource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder of JSON Schemas: its {@code .json} files, those in hidden folders excepted. Links below it are not followed. */
public final class SchemaFolder {
    /** The largest file that is read, in bytes. */
    private static final long LARGEST = 16L << 20;

    private SchemaFolder() {}

    /**
     * The bytes of each file by its path, relative to the folder and with {@code /} between folders.
     *
     * @throws IOException if the folder or a file cannot be read, or a file has more than 16 MiB
     */
    public static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                boolean hidden = !inner.equals(folder)
                        && String.valueOf(inner.getFileName()).startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && file.toString().endsWith(".json")) {
                    if (attributes.size() > LARGEST) {
                        throw new IOException(file + " has more than 16 MiB");
                    }
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    files.put(path, Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** The text of a file, without a byte order mark; empty where it is not UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
