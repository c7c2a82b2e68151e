package dev.sluice.schema.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WellKnownSourceTest {
    private final WellKnownSource source = new WellKnownSource();

    @Test
    void itHasTheSchemasThatAreInTheJar() throws Exception {
        Path folder = Path.of(WellKnownSource.class
                .getResource("/dev/sluice/schema/wellknown")
                .toURI());
        List<String> inJar;
        try (Stream<Path> files = Files.walk(folder)) {
            inJar = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
        assertThat(inJar).isNotEmpty().allMatch(source::contains);
        assertThat(WellKnownSource.PATHS).containsExactlyInAnyOrderElementsOf(inJar);
    }

    @Test
    void otherPathsHaveNothing() throws IOException {
        assertThat(source.contains("google/protobuf/../protobuf/any.proto")).isFalse();
        assertThat(source.read("google/protobuf/none.proto")).isEmpty();
        assertThat(source.read("google/protobuf/any.proto")).isPresent();
    }
}
