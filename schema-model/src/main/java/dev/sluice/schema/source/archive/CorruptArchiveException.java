package dev.sluice.schema.source.archive;

import java.io.IOException;

/** An archive that is damaged, is not what its name says, or that we refuse to read; the message names it and says why. */
public final class CorruptArchiveException extends IOException {
    CorruptArchiveException(String message) {
        super(message);
    }

    CorruptArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
