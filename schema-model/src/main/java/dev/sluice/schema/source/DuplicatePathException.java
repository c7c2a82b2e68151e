package dev.sluice.schema.source;

import java.io.IOException;

/** Two roots of one tree have a file at the same path, so that an import of it would be ambiguous. */
public final class DuplicatePathException extends IOException {
    private static final long serialVersionUID = 1L;

    DuplicatePathException(String path, String one, String other) {
        super(path + " is in " + one + " and in " + other
                + "; an import of it would be ambiguous: rename or exclude one");
    }
}
