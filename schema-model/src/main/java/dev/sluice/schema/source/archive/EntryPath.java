package dev.sluice.schema.source.archive;

/** The name of an archive's entry, as a path below the root of the archive. */
final class EntryPath {
    /** Longer than what file systems take. */
    private static final int MAX_CHARACTERS = 4096;

    private EntryPath() {}

    /**
     * The path with single slashes and without {@code .}; empty for the root itself.
     *
     * @param what what has the name, for the message
     * @throws CorruptArchiveException if it leaves the archive, or would on some system
     */
    static String of(String what, String name) throws CorruptArchiveException {
        if (name.length() > MAX_CHARACTERS) {
            throw refused(what, name, "has more than " + MAX_CHARACTERS + " characters");
        }
        if (name.indexOf('\0') >= 0) {
            throw refused(what, name, "has a NUL character");
        }
        if (name.indexOf('\\') >= 0) {
            throw refused(what, name, "has a backslash");
        }
        if (name.startsWith("/") || hasDriveLetter(name)) {
            throw refused(what, name, "is absolute");
        }
        StringBuilder path = new StringBuilder(name.length());
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                throw refused(what, name, "leaves the archive");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                path.append(path.length() == 0 ? "" : "/").append(part);
            }
        }
        return path.toString();
    }

    private static boolean hasDriveLetter(String name) {
        return name.length() >= 2 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
    }

    private static CorruptArchiveException refused(String what, String name, String why) {
        return new CorruptArchiveException(what + " '" + shown(name) + "' " + why);
    }

    /** A name as it may go into a message: one line, not too long. */
    static String shown(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }
}
