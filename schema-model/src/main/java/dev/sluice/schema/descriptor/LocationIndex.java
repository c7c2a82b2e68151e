package dev.sluice.schema.descriptor;

import dev.sluice.schema.descriptor.SourceInfo.Location;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The locations of one file by their paths. Where several have the same path, as blocks of extensions do, the first counts. */
public final class LocationIndex {
    private final Map<Path, Location> locations = new HashMap<>();

    private LocationIndex() {}

    /** A path as a map key. */
    private static final class Path {
        private final int[] numbers;

        Path(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Path path && Arrays.equals(numbers, path.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /** The locations of a file; none where it has no source information. */
    public static LocationIndex of(Optional<SourceInfo> info) {
        LocationIndex index = new LocationIndex();
        if (info.isPresent()) {
            for (Location location : info.get().locations()) {
                index.locations.putIfAbsent(new Path(location.path()), location);
            }
        }
        return index;
    }

    /** Whether there are no locations: the source had none. */
    public boolean isEmpty() {
        return locations.isEmpty();
    }

    /** The location with this path. */
    public Optional<Location> find(int[] path) {
        return Optional.ofNullable(locations.get(new Path(path)));
    }
}
