package dev.sluice.compat.finding;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit FNV-1a hash over the parts of a change. It tells changes of one repository apart; it is no defence against
 * someone who looks for collisions.
 */
public final class Fingerprint {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** The hash of the parts, as sixteen hexadecimal digits. */
    public static String of(String... parts) {
        long hash = OFFSET_BASIS;
        for (String part : parts) {
            for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * PRIME;
            }
            hash *= PRIME;
        }
        String digits = Long.toHexString(hash);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
