package dev.sluice.schema.source;

/** What the path of a file, relative to the root of its source, says about it. */
public final class SchemaPath {
    private static final String SUFFIX = ".proto";

    private SchemaPath() {}

    /** Whether every source lists a file at this path: a {@code .proto} file in no hidden folder. */
    public static boolean isListed(String path) {
        return path.endsWith(SUFFIX) && !isInHiddenFolder(path);
    }

    /** Whether the name of a folder on the way to this file begins with a dot. */
    private static boolean isInHiddenFolder(String path) {
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            if (path.charAt(start) == '.') {
                return true;
            }
            start = slash + 1;
        }
        return false;
    }
}
