package dev.sluice.codegen;

import dev.sluice.codegen.code.JavaSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells generated files from those of others by how they begin: Java by its first line, a JSON Schema by its {@code $id}. */
public final class GeneratedMark {
    /** What the {@code $id} of a JSON Schema begins with. */
    public static final String JSON_SCHEMA_ID = "urn:sluice:json-schema:";

    private static final String JAVA = "// " + JavaSource.MARK;
    private static final String JSON_SCHEMA = "  \"$id\": \"" + JSON_SCHEMA_ID;
    private static final int LONGEST_HEAD = 512;

    private GeneratedMark() {}

    static boolean isOn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
            return head.startsWith(JAVA) || head.lines().limit(3).anyMatch(line -> line.startsWith(JSON_SCHEMA));
        }
    }
}
