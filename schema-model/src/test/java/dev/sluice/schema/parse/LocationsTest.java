package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.descriptor.SourceInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected locations are those of protoc 4.36, before options are interpreted. */
final class LocationsTest {
    @Test
    void fieldHasLabelTypeNameNumberAndOptions() {
        assertThat(locations("message M {\n\toptional .a.B  c = 1 [json_name = 'x', deprecated=true];\n}"))
                .containsExactly(
                        "[] 0:0-2:1",
                        "[4, 0] 0:0-2:1",
                        "[4, 0, 1] 0:8-0:9",
                        "[4, 0, 2, 0] 1:8-1:64",
                        "[4, 0, 2, 0, 4] 1:8-1:16",
                        "[4, 0, 2, 0, 6] 1:17-1:21",
                        "[4, 0, 2, 0, 1] 1:23-1:24",
                        "[4, 0, 2, 0, 3] 1:27-1:28",
                        "[4, 0, 2, 0, 8] 1:29-1:63",
                        "[4, 0, 2, 0, 10] 1:30-1:45",
                        "[4, 0, 2, 0, 10] 1:42-1:45",
                        "[4, 0, 2, 0, 8, 999, 0] 1:47-1:62",
                        "[4, 0, 2, 0, 8, 999, 0, 2] 1:47-1:57",
                        "[4, 0, 2, 0, 8, 999, 0, 2, 0] 1:47-1:57",
                        "[4, 0, 2, 0, 8, 999, 0, 2, 0, 1] 1:47-1:57",
                        "[4, 0, 2, 0, 8, 999, 0, 3] 1:58-1:62");
    }

    @Test
    void groupOverlapsItsMessage() {
        assertThat(locations("message M{required group G=1{}}"))
                .containsExactly(
                        "[] 0:0-0:31",
                        "[4, 0] 0:0-0:31",
                        "[4, 0, 1] 0:8-0:9",
                        "[4, 0, 2, 0] 0:10-0:30",
                        "[4, 0, 2, 0, 4] 0:10-0:18",
                        "[4, 0, 2, 0, 5] 0:19-0:24",
                        "[4, 0, 2, 0, 1] 0:25-0:26",
                        "[4, 0, 2, 0, 3] 0:27-0:28",
                        "[4, 0, 3, 0] 0:10-0:30",
                        "[4, 0, 3, 0, 1] 0:25-0:26",
                        "[4, 0, 2, 0, 6] 0:25-0:26");
    }

    @Test
    void extensionRangeOptionsAreRepeatedForEachRange() {
        assertThat(locations("message M{extensions 1,3 to 4[a=B];}"))
                .contains(
                        "[4, 0, 5] 0:10-0:35",
                        "[4, 0, 5, 0] 0:21-0:22",
                        "[4, 0, 5, 0, 1] 0:21-0:22",
                        "[4, 0, 5, 0, 2] 0:21-0:22",
                        "[4, 0, 5, 1] 0:23-0:29",
                        "[4, 0, 5, 1, 1] 0:23-0:24",
                        "[4, 0, 5, 1, 2] 0:28-0:29",
                        "[4, 0, 5, 0, 3] 0:29-0:34",
                        "[4, 0, 5, 0, 3, 999, 0] 0:30-0:33",
                        "[4, 0, 5, 1, 3] 0:29-0:34",
                        "[4, 0, 5, 1, 3, 999, 0] 0:30-0:33");
    }

    @Test
    void importModifiersAndSyntaxHaveLocations() {
        assertThat(locations("syntax='proto2';import public 'a';import weak 'b';"))
                .containsExactly(
                        "[] 0:0-0:50",
                        "[12] 0:0-0:16",
                        "[3, 0] 0:16-0:34",
                        "[10, 0] 0:23-0:29",
                        "[3, 1] 0:34-0:50",
                        "[11, 0] 0:41-0:45");
    }

    @Test
    void streamingWordsHaveLocations() {
        assertThat(locations("service S{rpc A(stream M)returns(stream M);}"))
                .contains(
                        "[6, 0, 2, 0, 5] 0:16-0:22",
                        "[6, 0, 2, 0, 2] 0:23-0:24",
                        "[6, 0, 2, 0, 6] 0:33-0:39",
                        "[6, 0, 2, 0, 3] 0:40-0:41");
    }

    @Test
    void singleNegativeReservedNumberEndsAtItsSign() {
        assertThat(locations("enum E{A=0;reserved -5;}"))
                .contains("[5, 0, 4, 0] 0:20-0:22", "[5, 0, 4, 0, 1] 0:20-0:22", "[5, 0, 4, 0, 2] 0:20-0:21");
    }

    @Test
    void emptyFileHasALocationThatEndsAtItsStart() {
        assertThat(locations("// c\n\n")).containsExactly("[] 2:0-0:0");
    }

    private static List<String> locations(String text) {
        List<String> locations = new ArrayList<>();
        for (SourceInfo.Location location : Sample.locations(text)) {
            int[] span = location.span();
            locations.add(
                    Arrays.toString(location.path()) + " " + span[0] + ":" + span[1] + "-" + span[2] + ":" + span[3]);
        }
        return locations;
    }
}
