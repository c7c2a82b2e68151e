package dev.sluice.codegen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of everything that a generation depends on: the tool, its options, the set of inputs and their bytes. Each part is
 * preceded by its length, so that no two lists of parts look the same.
 */
public final class InputDigest {
    private final MessageDigest sha256 = sha256();

    /** Takes a part in. */
    public InputDigest add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a part in. */
    public InputDigest add(byte[] part) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
        sha256.update(part);
        return this;
    }

    /** The digest of the parts so far, in hexadecimal digits; afterwards there are none. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The digest of one part alone. */
    static String of(byte[] part) {
        return HexFormat.of().formatHex(sha256().digest(part));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
