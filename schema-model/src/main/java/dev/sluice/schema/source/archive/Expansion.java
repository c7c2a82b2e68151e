package dev.sluice.schema.source.archive;

/** How much an archive has become, against how much it was. */
final class Expansion {
    private final ArchiveLimits limits;
    private final long archiveBytes;
    private long decompressed;

    Expansion(ArchiveLimits limits, long archiveBytes) {
        this.limits = limits;
        this.archiveBytes = archiveBytes;
    }

    /** Counts decompressed bytes. */
    void add(long bytes) throws CorruptArchiveException {
        decompressed += bytes;
        if (decompressed > limits.decompressedBytes()) {
            throw new CorruptArchiveException("it decompresses to more than " + limits.decompressedBytes() + " bytes");
        }
        if (decompressed > limits.unratedBytes() && decompressed / limits.ratio() > archiveBytes) {
            throw new CorruptArchiveException(
                    "it decompresses to more than " + limits.ratio() + " times its size of " + archiveBytes + " bytes");
        }
    }
}
