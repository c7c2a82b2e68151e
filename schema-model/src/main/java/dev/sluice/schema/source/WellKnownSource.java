package dev.sluice.schema.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The schemas that come with Sluice, for files that import them without bringing them: {@code google/protobuf/*.proto}
 * and {@code buf/validate/validate.proto}.
 */
public final class WellKnownSource implements SchemaSource {
    /** The file with the options messages. */
    public static final String DESCRIPTOR = "google/protobuf/descriptor.proto";

    private static final String FOLDER = "/dev/sluice/schema/wellknown/";

    /** Written out: a look into the jar takes longer than reading a small schema. */
    static final Set<String> PATHS = Set.of(
            "buf/validate/validate.proto",
            "google/protobuf/any.proto",
            "google/protobuf/api.proto",
            DESCRIPTOR,
            "google/protobuf/duration.proto",
            "google/protobuf/empty.proto",
            "google/protobuf/field_mask.proto",
            "google/protobuf/java_features.proto",
            "google/protobuf/source_context.proto",
            "google/protobuf/struct.proto",
            "google/protobuf/timestamp.proto",
            "google/protobuf/type.proto",
            "google/protobuf/wrappers.proto");

    @Override
    public List<String> list() {
        return List.of();
    }

    @Override
    public boolean contains(String path) {
        return PATHS.contains(path);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (!contains(path)) {
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
