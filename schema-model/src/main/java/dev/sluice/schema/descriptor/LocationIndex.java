package dev.sluice.schema.descriptor;

import dev.sluice.schema.descriptor.SourceInfo.Location;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The locations of one file by their paths. Where several have the same path, as blocks of extensions do, the first counts.
 * Not safe for several threads.
 */
public final class LocationIndex {
    /** So many are found faster by looking through all locations than by entering these into a map. */
    private static final int FEW = 4;

    private static final int UNINTERPRETED_OPTION = 999;

    private final List<Location> all;
    private int searches;
    private @Nullable Map<Path, Location> byPath;
    private @Nullable Set<Path> uninterpreted;

    private LocationIndex(List<Location> all) {
        this.all = all;
    }

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
        return new LocationIndex(info.isPresent() ? info.get().locations() : List.of());
    }

    /** Whether there are no locations: the source had none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The location with this path. */
    public Optional<Location> find(int[] path) {
        if (byPath == null && searches++ < FEW) {
            return search(path);
        }
        return Optional.ofNullable(byPath().get(new Path(path)));
    }

    /**
     * The location with this path; else the first of something inside of what the path leads to; else the innermost around
     * it, if its path has a length of at least {@code least}.
     */
    public Optional<Location> nearest(int[] path, int least) {
        Optional<Location> exact = find(path);
        if (exact.isPresent()) {
            return exact;
        }
        Location around = null;
        for (Location location : all) {
            int[] other = location.path();
            if (isBelow(other, path)) {
                return Optional.of(location);
            }
            boolean inner = around == null || other.length > around.path().length;
            if (inner && other.length >= least && isBelow(path, other)) {
                around = location;
            }
        }
        return Optional.ofNullable(around);
    }

    private static boolean isBelow(int[] path, int[] other) {
        return path.length >= other.length && Arrays.equals(path, 0, other.length, other, 0, other.length);
    }

    private Optional<Location> search(int[] path) {
        for (Location location : all) {
            if (Arrays.equals(location.path(), path)) {
                return Optional.of(location);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the path leads into options that are not interpreted here, so that what it leads to stands elsewhere: at
     * field 999 of the options message.
     */
    public boolean leadsIntoUninterpreted(int[] path) {
        Set<Path> known = uninterpreted;
        if (known == null) {
            known = optionsWithUninterpreted();
            uninterpreted = known;
        }
        for (int length = path.length - 1; length > 0 && !known.isEmpty(); length--) {
            if (known.contains(new Path(Arrays.copyOf(path, length)))) {
                return true;
            }
        }
        return false;
    }

    private Set<Path> optionsWithUninterpreted() {
        Set<Path> paths = new HashSet<>();
        for (Location location : all) {
            int[] path = location.path();
            int options = path.length - 2;
            if (options > 0 && path[options] == UNINTERPRETED_OPTION) {
                paths.add(new Path(Arrays.copyOf(path, options)));
            }
        }
        return paths;
    }

    private Map<Path, Location> byPath() {
        Map<Path, Location> known = byPath;
        if (known == null) {
            known = new HashMap<>();
            for (Location location : all) {
                known.putIfAbsent(new Path(location.path()), location);
            }
            byPath = known;
        }
        return known;
    }
}
