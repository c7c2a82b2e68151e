package dev.sluice.compat.report;

import java.nio.charset.StandardCharsets;

/** Paths as the URI references that SARIF wants (RFC 3986). */
final class SarifUri {
    private static final String PLAIN = "-._~!$&'()*+,;=@/";

    private SarifUri() {}

    /** A relative reference, or a {@code file:} URI for an absolute path. */
    static String of(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letterOrDigit || PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
