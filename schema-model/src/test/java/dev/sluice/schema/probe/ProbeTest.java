package dev.sluice.schema.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each probe is accepted, or rejected for the reason and at the place it states. */
class ProbeTest {
    @TestFactory
    Stream<DynamicTest> isReadAsStated() throws IOException {
        return Probe.all().stream().map(probe -> DynamicTest.dynamicTest(probe.title(), () -> check(probe)));
    }

    private static void check(Probe probe) throws IOException {
        ReadResult result = probe.read();
        if (probe.accepted()) {
            assertThat(result).isInstanceOf(ReadResult.Read.class);
            return;
        }
        assertThat(result).isInstanceOf(ReadResult.Failed.class);
        Problem first = ((ReadResult.Failed) result).problems().get(0);
        assertThat(first.message()).contains(probe.text());
        assertThat(first.line()).as("line of %s", first).isPositive();
        if (!probe.position().isEmpty()) {
            assertThat(first.line() + ":" + first.column()).isEqualTo(probe.position());
        }
    }
}
