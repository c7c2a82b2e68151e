package dev.sluice.compat.skip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the imports of a schema without parsing it. It may find more than there are (one in a comment, say), never fewer:
 * what it cannot read for sure makes the file one that may import anything.
 */
final class ImportScan {
    private static final byte[] IMPORT = "import".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final List<String> paths = new ArrayList<>();
    private boolean unsure;
    private int at;

    private ImportScan(byte[] text) {
        this.text = text;
    }

    /**
     * What a file may import.
     *
     * @param paths the paths
     * @param anything whether there may be others
     */
    record Imports(List<String> paths, boolean anything) {
        Imports {
            paths = List.copyOf(paths);
        }
    }

    static Imports of(byte[] text) {
        ImportScan scan = new ImportScan(text);
        scan.run();
        return new Imports(scan.paths, scan.unsure);
    }

    private void run() {
        int last = text.length - IMPORT.length;
        for (int i = 0; i <= last; i++) {
            if (text[i] == 'i' && isImport(i)) {
                at = i + IMPORT.length;
                path();
            }
        }
    }

    private boolean isImport(int start) {
        for (int i = 1; i < IMPORT.length; i++) {
            if (text[start + i] != IMPORT[i]) {
                return false;
            }
        }
        return !isWord(start - 1) && !isWord(start + IMPORT.length);
    }

    private boolean isWord(int index) {
        if (index < 0 || index >= text.length) {
            return false;
        }
        byte b = text[index];
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
    }

    /** Reads what follows the keyword: a modifier perhaps, then literals that make one string. */
    private void path() {
        skipSpace();
        while (isWord(at)) {
            at++;
        }
        skipSpace();
        StringBuilder path = new StringBuilder();
        boolean found = false;
        while (at < text.length && (text[at] == '"' || text[at] == '\'')) {
            found = true;
            literal(path);
            skipSpace();
        }
        if (found) {
            paths.add(path.toString());
        }
    }

    private void literal(StringBuilder path) {
        byte quote = text[at++];
        int start = at;
        while (at < text.length && text[at] != quote && text[at] != '\n') {
            unsure |= text[at] == '\\';
            at++;
        }
        path.append(new String(text, start, at - start, StandardCharsets.UTF_8));
        at++;
    }

    private void skipSpace() {
        while (at < text.length) {
            if (text[at] <= ' ' && text[at] >= 0) {
                at++;
            } else if (startsWith("//")) {
                skipPast("\n");
            } else if (startsWith("/*")) {
                at += 2;
                skipPast("*/");
            } else {
                return;
            }
        }
    }

    private void skipPast(String end) {
        while (at < text.length && !startsWith(end)) {
            at++;
        }
        at = Math.min(text.length, at + end.length());
    }

    private boolean startsWith(String token) {
        if (at + token.length() > text.length) {
            return false;
        }
        for (int i = 0; i < token.length(); i++) {
            if (text[at + i] != token.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
