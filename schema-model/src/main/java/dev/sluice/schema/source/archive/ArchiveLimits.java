package dev.sluice.schema.source.archive;

/**
 * How much is read from an archive before it is refused.
 *
 * @param fileBytes the largest schema or configuration file, in bytes
 * @param keptBytes all schema and configuration files together, in bytes
 * @param decompressedBytes everything that is decompressed, kept or passed over, in bytes
 * @param entries the number of entries, of whatever kind
 * @param ratio how many bytes one byte of the archive may become, looked at once {@code unratedBytes} have come out
 * @param unratedBytes what may come out of a small archive whatever its ratio, in bytes
 */
public record ArchiveLimits(
        int fileBytes, long keptBytes, long decompressedBytes, int entries, int ratio, long unratedBytes) {

    /** Limits far above what archives of schemas hold: googleapis is 7,232 files, 80 MB and expands by 12. */
    public static ArchiveLimits standard() {
        return new ArchiveLimits(64 << 20, 512L << 20, 4L << 30, 200_000, 200, 64L << 20);
    }

    /**
     * Takes limits above zero.
     *
     * @throws IllegalArgumentException if one is not
     */
    public ArchiveLimits {
        if (fileBytes <= 0
                || keptBytes <= 0
                || decompressedBytes <= 0
                || entries <= 0
                || ratio <= 0
                || unratedBytes < 0) {
            throw new IllegalArgumentException("limits are above zero");
        }
    }
}
