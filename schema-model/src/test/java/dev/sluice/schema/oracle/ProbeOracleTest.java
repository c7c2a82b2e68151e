package dev.sluice.schema.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.probe.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the probes state is what protoc does, and accepted ones are described equally: options kept or not. */
class ProbeOracleTest {
    private static final List<String> KEEPING =
            List.of("--include_imports", "--include_source_info", "--retain_options");
    private static final List<String> STRIPPING = List.of("--include_imports", "--include_source_info");

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> protocDoesTheSame() throws IOException {
        Protoc protoc = new Protoc();
        return Probe.all().stream()
                .map(probe -> DynamicTest.dynamicTest(probe.title(), () -> {
                    compare(probe, protoc, KEEPING, new DescriptorContent(true, true));
                    compare(probe, protoc, STRIPPING, new DescriptorContent(true, false));
                }));
    }

    private void compare(Probe probe, Protoc protoc, List<String> flags, DescriptorContent content)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "probe");
        for (Map.Entry<String, String> file : probe.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Protoc.Answer answer = protoc.compile(List.of(folder), List.of(Probe.ROOT), scratch, flags);
        assertThat(answer.accepted()).as(answer.complaint()).isEqualTo(probe.accepted());
        if (probe.read() instanceof ReadResult.Read read) {
            assertThat(DescriptorComparison.differences(answer.set(), read.set(), content))
                    .isEmpty();
        }
    }
}
