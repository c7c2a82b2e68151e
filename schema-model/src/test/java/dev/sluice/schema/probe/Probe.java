package dev.sluice.schema.probe;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema and what a reader is to say of it. As text:
 *
 * <pre>
 * ## what the schema shows
 * reject 2:14 part of the first problem's text
 * the text of probe.proto
 * //// another.proto
 * the text of a file that it imports
 * </pre>
 *
 * The second line is {@code accept}, or {@code reject} with a position that may be left out.
 *
 * @param position line and column as {@code 2:14}, or empty
 * @param text part of the first problem's text, empty where the schema is accepted
 * @param files the texts of {@value #ROOT} and what it imports, by path
 */
public record Probe(String title, boolean accepted, String position, String text, Map<String, String> files) {
    /** The path of the schema itself. */
    public static final String ROOT = "probe.proto";

    private static final List<String> FILES = List.of(
            "aggregates.probes",
            "statements.probes",
            "declarations.probes",
            "enums.probes",
            "features.probes",
            "fields.probes",
            "names.probes",
            "numbers.probes");

    /** All probes. */
    public static List<Probe> all() throws IOException {
        List<Probe> probes = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = Probe.class.getResourceAsStream(file)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String block : text.split("(?m)^## ")) {
                    if (!block.isBlank()) {
                        probes.add(parse(file, block));
                    }
                }
            }
        }
        return probes;
    }

    private static Probe parse(String file, String block) {
        String[] lines = block.split("\n", 3);
        String[] texts = lines[2].split("(?m)^//// ");
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ROOT, texts[0]);
        for (int i = 1; i < texts.length; i++) {
            String[] pathAndText = texts[i].split("\n", 2);
            files.put(pathAndText[0].trim(), pathAndText[1]);
        }
        String title = file.substring(0, file.indexOf('.')) + ": " + lines[0];
        String[] expectation = lines[1].split(" ", 3);
        if (expectation[0].equals("accept")) {
            return new Probe(title, true, "", "", files);
        }
        boolean positioned = expectation.length == 3 && expectation[1].matches("\\d+:\\d+");
        String text = positioned ? expectation[2] : lines[1].substring("reject ".length());
        return new Probe(title, false, positioned ? expectation[1] : "", text, files);
    }

    /** Reads the schema. */
    public ReadResult read() throws IOException {
        return new SchemaReader(List.of(new Texts(files))).read(new Texts(files));
    }

    private record Texts(Map<String, String> files) implements SchemaSource {
        @Override
        public List<String> list() {
            return List.of(ROOT);
        }

        @Override
        public Optional<byte[]> read(String path) {
            return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String describe() {
            return "the probe";
        }
    }
}
