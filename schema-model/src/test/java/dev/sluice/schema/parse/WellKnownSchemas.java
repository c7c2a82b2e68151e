package dev.sluice.schema.parse;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Schemas that are on the test class path with protobuf-java. */
final class WellKnownSchemas {
    static final List<String> NAMES = List.of(
            "google/protobuf/any.proto",
            "google/protobuf/api.proto",
            "google/protobuf/descriptor.proto",
            "google/protobuf/duration.proto",
            "google/protobuf/empty.proto",
            "google/protobuf/field_mask.proto",
            "google/protobuf/source_context.proto",
            "google/protobuf/struct.proto",
            "google/protobuf/timestamp.proto",
            "google/protobuf/type.proto",
            "google/protobuf/wrappers.proto");

    private WellKnownSchemas() {}

    static InputStream open(String name) {
        return Objects.requireNonNull(WellKnownSchemas.class.getResourceAsStream("/" + name), name);
    }
}
