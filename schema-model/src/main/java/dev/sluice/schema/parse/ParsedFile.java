package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfo;
import org.jspecify.annotations.Nullable;

/** What the parser made of one file. Safe for several threads. */
public final class ParsedFile {
    private final FileProto proto;
    private @Nullable LocationRecorder recorded;
    private @Nullable Lines lines;
    private @Nullable SourceInfo sourceInfo;

    /** A file without positions. */
    ParsedFile(FileProto proto) {
        this.proto = proto;
    }

    /** @param recorded the places of the file's parts as offsets */
    ParsedFile(FileProto proto, LocationRecorder recorded, Lines lines) {
        this.proto = proto;
        this.recorded = recorded;
        this.lines = lines;
    }

    /** The file's descriptor; where the source has problems, what could be read of it. */
    public FileProto proto() {
        return proto;
    }

    /** Whether there are positions. */
    public synchronized boolean hasPositions() {
        return recorded != null || sourceInfo != null;
    }

    /**
     * Positions and comments, or null where they were not asked for; options in it are at their uninterpreted paths (field
     * 999). They are counted when this is first called.
     */
    public synchronized @Nullable SourceInfo sourceInfo() {
        if (recorded != null && lines != null) {
            sourceInfo = recorded.sourceInfo(lines);
            recorded = null;
            lines = null;
        }
        return sourceInfo;
    }
}
