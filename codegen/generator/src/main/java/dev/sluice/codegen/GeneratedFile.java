package dev.sluice.codegen;

/**
 * A file to be written.
 *
 * @param path relative to the output folder, with {@code /} between folders
 * @param text the whole content, ending with a line feed
 */
public record GeneratedFile(String path, String text) {
    public GeneratedFile {
        if (path.startsWith("/") || path.contains("..") || path.contains("\\")) {
            throw new IllegalArgumentException("not a relative path: " + path);
        }
    }
}
