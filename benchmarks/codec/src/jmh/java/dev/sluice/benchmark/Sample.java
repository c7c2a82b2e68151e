package dev.sluice.benchmark;

import java.util.List;
import java.util.Map;

/** The values that messages are built of. */
final class Sample {
    static final String ID = "0192f3c1-7a55-7cc4-b1b7-6f5c8f0d1e2a";
    static final String KIND = "thumbnail.render";
    static final int COST = 3;
    static final long SECONDS = 1_795_600_000L;
    static final int NANOS = 250_000_000;
    static final int ATTEMPTS = 2;
    static final Map<String, String> ATTRIBUTES = Map.of(
            "tenant", "acme-corporation", "region", "eu-central-1", "content-type", "image/png", "priority", "interactive");
    static final List<String> TAGS = List.of("batch", "nightly", "retry-safe");
    static final byte[] INLINE = new byte[256];
    static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    static final double UTILIZATION = 0.7325;
    static final double RATE = 1234.5678;

    static {
        for (int i = 0; i < INLINE.length; i++) {
            INLINE[i] = (byte) (i * 31);
        }
    }

    private Sample() {}
}
