package dev.sluice.contract.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of a guide.
 *
 * @param file the guide, below the root of the checkout
 * @param text what is between the fences
 */
record Snippet(String file, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]+\n(.*?)^```$");

    /** Those of README.md and docs/*.md, in order. */
    static List<Snippet> all(Path root) throws IOException {
        List<Path> guides = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> files = Files.list(root.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(guides::add);
        }
        List<Snippet> snippets = new ArrayList<>();
        for (Path guide : guides) {
            Matcher block = BLOCK.matcher(Files.readString(guide));
            while (block.find()) {
                snippets.add(new Snippet(root.relativize(guide).toString(), block.group(1)));
            }
        }
        return snippets;
    }

    /** Its text without white space and comments of Java. */
    String tokens() {
        return tokens(text);
    }

    static String tokens(String text) {
        return text.replaceAll("/\\*.*?\\*/", "")
                .replaceAll("(?m)(?<!:)//.*$", "")
                .replaceAll("\\s+", "");
    }

    @Override
    public String toString() {
        return file + ": " + text.lines().findFirst().orElse("");
    }
}
