package dev.sluice.schema.source.git;

/**
 * What {@code git:REVISION[:FOLDER]} and {@code git:merge-base:REVISION[:FOLDER]} name: the schemas of a folder at a
 * revision, or at the point where HEAD left it. A branch called {@code merge-base} is {@code refs/heads/merge-base}.
 *
 * @param mergeBase whether the merge base of HEAD and the revision is meant, rather than the revision
 * @param revision a branch, a tag, a commit id or an expression such as {@code HEAD~3}
 * @param folder the folder relative to the root of the repository, wherever git runs; empty for the root
 */
public record GitAddress(boolean mergeBase, String revision, String folder) {
    private static final String SCHEME = "git:";
    private static final String MERGE_BASE = "merge-base";

    /**
     * Takes a revision without a colon and a folder with {@code /} between its parts.
     *
     * @throws IllegalArgumentException if one of them cannot be one; the message is for the person who wrote it
     */
    public GitAddress {
        if (revision.isBlank()) {
            throw new IllegalArgumentException("it names no revision; write git:REVISION or git:REVISION:FOLDER");
        }
        if (revision.indexOf(':') >= 0 || hasControlCharacter(revision)) {
            throw new IllegalArgumentException(
                    "the revision '" + printable(revision) + "' has a character git allows in none");
        }
        folder = normalized(folder);
    }

    /** Whether an argument is meant as an address in git. */
    public static boolean matches(String argument) {
        return argument.startsWith(SCHEME);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is not one; the message is for the person who wrote it
     */
    public static GitAddress parse(String argument) {
        if (!matches(argument)) {
            throw new IllegalArgumentException("it does not begin with " + SCHEME);
        }
        String rest = argument.substring(SCHEME.length());
        boolean mergeBase = rest.equals(MERGE_BASE) || rest.startsWith(MERGE_BASE + ":");
        if (mergeBase) {
            rest = rest.substring(Math.min(rest.length(), MERGE_BASE.length() + 1));
        }
        int colon = rest.indexOf(':');
        return colon < 0
                ? new GitAddress(mergeBase, rest, "")
                : new GitAddress(mergeBase, rest.substring(0, colon), rest.substring(colon + 1));
    }

    /** The same revision with another folder. */
    public GitAddress in(String otherFolder) {
        return new GitAddress(mergeBase, revision, otherFolder);
    }

    private static String normalized(String folder) {
        if (folder.startsWith("/")) {
            throw new IllegalArgumentException("the folder '" + printable(folder)
                    + "' is absolute; write it relative to the root of the repository");
        }
        if (hasControlCharacter(folder)) {
            throw new IllegalArgumentException("the folder '" + printable(folder) + "' has a control character");
        }
        StringBuilder path = new StringBuilder(folder.length());
        for (String part : folder.split("/")) {
            if (part.equals("..")) {
                throw new IllegalArgumentException(
                        "the folder '" + folder + "' has '..'; write it relative to the root of the repository");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                path.append(path.length() == 0 ? "" : "/").append(part);
            }
        }
        return path.toString();
    }

    static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public String toString() {
        return SCHEME + (mergeBase ? MERGE_BASE + ":" : "") + revision + (folder.isEmpty() ? "" : ":" + folder);
    }
}
