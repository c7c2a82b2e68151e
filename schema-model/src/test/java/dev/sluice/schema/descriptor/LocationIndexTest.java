package dev.sluice.schema.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.descriptor.SourceInfo.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocationIndexTest {
    private static Location location(int line, int... path) {
        return new Location(path, new int[] {line, 0, line, 1}, null, null, List.of());
    }

    private static LocationIndex index(Location... locations) {
        return LocationIndex.of(Optional.of(new SourceInfo(List.of(locations))));
    }

    @Test
    void theFirstOfSeveralWithOnePathCountsHoweverManyAreSought() {
        List<Location> locations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            locations.add(location(i, 4, i));
            locations.add(location(100 + i, 4, i));
        }
        LocationIndex index = index(locations.toArray(Location[]::new));
        for (int i = 0; i < 20; i++) {
            assertThat(index.find(new int[] {4, i}).orElseThrow().span()[0]).isEqualTo(i);
            assertThat(index.find(new int[] {5, i})).isEmpty();
        }
    }

    @Test
    void pathsIntoOptionsAreThoseBelowAMessageWithOptionsAsWritten() {
        LocationIndex index = index(location(1, 4, 0, 7), location(2, 4, 0, 7, 999, 0), location(3, 4, 0, 2, 0, 8));

        assertThat(index.leadsIntoUninterpreted(new int[] {4, 0, 7, 3})).isTrue();
        assertThat(index.leadsIntoUninterpreted(new int[] {4, 0, 7, 50001, 2})).isTrue();
        assertThat(index.leadsIntoUninterpreted(new int[] {4, 0, 7})).isFalse();
        assertThat(index.leadsIntoUninterpreted(new int[] {4, 0, 2, 0, 8, 3})).isFalse();
        assertThat(index.leadsIntoUninterpreted(new int[] {4, 1, 7, 3})).isFalse();
    }

    @Test
    void aFileWithoutPositionsHasNone() {
        LocationIndex index = LocationIndex.of(Optional.empty());

        assertThat(index.isEmpty()).isTrue();
        assertThat(index.find(new int[] {4, 0})).isEmpty();
    }
}
