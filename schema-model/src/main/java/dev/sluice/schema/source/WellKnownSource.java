package dev.sluice.schema.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The schemas that come with Sluice, for files that import them without bringing them: {@code google/protobuf/*.proto}
 * and {@code buf/validate/validate.proto}.
 */
public final class WellKnownSource implements SchemaSource {
    private static final String FOLDER = "/dev/sluice/schema/wellknown/";

    @Override
    public List<String> list() {
        return List.of();
    }

    private static boolean isCandidate(String path) {
        boolean known = path.startsWith("google/protobuf/") || path.startsWith("buf/validate/");
        return known && !path.contains("..") && path.endsWith(".proto");
    }

    @Override
    public boolean contains(String path) {
        return isCandidate(path) && WellKnownSource.class.getResource(FOLDER + path) != null;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (!isCandidate(path)) {
            return Optional.empty();
        }
        try (InputStream in = WellKnownSource.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    @Override
    public String describe() {
        return "the schemas that come with Sluice";
    }
}
