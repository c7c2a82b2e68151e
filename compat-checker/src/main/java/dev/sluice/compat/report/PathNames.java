package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;

/**
 * How reports name files: as the user could open them.
 *
 * @param prefix what to put before a path of the new schemas, with its last slash; empty for none
 */
public record PathNames(String prefix) {
    /** Paths as the schemas have them. */
    public static final PathNames PLAIN = new PathNames("");

    /** Paths below a folder, named as the user named the folder. */
    public static PathNames below(String folder) {
        String plain = folder;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        while (plain.length() > 1 && plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        if (plain.isEmpty() || plain.equals(".")) {
            return PLAIN;
        }
        return new PathNames(plain.endsWith("/") ? plain : plain + "/");
    }

    /** The file to show a finding at: the new one, or the old one where that is gone. */
    String shown(Finding finding) {
        return finding.newPath().isPresent() ? display(finding.newPath().get()) : finding.oldPath();
    }

    /** The name of a file. */
    public String display(String path) {
        return prefix + path;
    }
}
