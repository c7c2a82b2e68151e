package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.FileProto;

/**
 * A file as the linker takes it.
 *
 * @param requested whether it belongs to the source that was asked for, rather than being there only as an import
 * @param trusted whether it is taken to have no problems: its custom options are not interpreted and it is not validated
 */
public record UnlinkedFile(FileProto proto, boolean requested, boolean trusted, FilePositions positions) {

    /** A file that is looked at in full. */
    public UnlinkedFile(FileProto proto, boolean requested, FilePositions positions) {
        this(proto, requested, false, positions);
    }

    /** A file that comes with Sluice: it has no problems, so nobody asks where they are. */
    public static UnlinkedFile builtIn(FileProto proto) {
        return new UnlinkedFile(proto, false, true, FilePositions.NONE);
    }

    /** The same file, or the part of it that others see, as one that is taken to have no problems. */
    public UnlinkedFile trusted(FileProto part) {
        return new UnlinkedFile(part, requested, true, positions);
    }
}
