package dev.sluice.compat.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that go into a pair of trees: configurations, below {@code old/} or {@code new/} where only one side has them.
 *
 * @param moves folders of the schemas, and where they are to be instead
 * @param files texts by path
 */
record ConfigurationCase(String name, Map<String, String> moves, Map<String, String> files) {
    private static final Pattern HEAD = Pattern.compile("=== (.+)");
    private static final Pattern MOVE = Pattern.compile("-- move (\\S+) to (\\S+) --");
    private static final Pattern FILE = Pattern.compile("-- (\\S+) --");
    private static final List<String> SIDES = List.of("old", "new");

    /** The cases in a file: {@code === NAME}, then {@code -- move FOLDER to FOLDER --} and {@code -- PATH --} with a text. */
    static List<ConfigurationCase> in(Path file) throws IOException {
        List<ConfigurationCase> cases = new ArrayList<>();
        String path = "";
        for (String line : Files.readAllLines(file)) {
            Matcher head = HEAD.matcher(line);
            Matcher move = MOVE.matcher(line);
            Matcher text = FILE.matcher(line);
            if (head.matches()) {
                cases.add(new ConfigurationCase(head.group(1), new LinkedHashMap<>(), new LinkedHashMap<>()));
            } else if (move.matches()) {
                cases.get(cases.size() - 1).moves.put(move.group(1), move.group(2));
            } else if (text.matches()) {
                path = text.group(1);
                cases.get(cases.size() - 1).files.put(path, "");
            } else {
                cases.get(cases.size() - 1).files.merge(path, line + "\n", String::concat);
            }
        }
        return cases;
    }

    /** Makes the folders {@code old} and {@code new}. */
    void write(Path schemas, Path folder) throws IOException {
        for (String side : SIDES) {
            Path from = schemas.resolve(side);
            try (Stream<Path> found = Files.walk(from)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    write(Files.readString(file), folder.resolve(side).resolve(moved(from.relativize(file))));
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                String path = file.getKey();
                if (SIDES.stream().noneMatch(start -> path.startsWith(start + "/"))) {
                    write(file.getValue(), folder.resolve(side).resolve(path));
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (SIDES.stream().anyMatch(start -> file.getKey().startsWith(start + "/"))) {
                write(file.getValue(), folder.resolve(file.getKey()));
            }
        }
    }

    private String moved(Path path) {
        String plain = path.toString().replace('\\', '/');
        for (Map.Entry<String, String> move : moves.entrySet()) {
            if (plain.startsWith(move.getKey() + "/")) {
                return move.getValue() + plain.substring(move.getKey().length());
            }
        }
        return plain;
    }

    private static void write(String text, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
