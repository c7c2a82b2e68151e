package dev.sluice.contract.tck.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final Timeline timeline = new Timeline(nanos::get);

    @Test
    void anEntryHasTheMillisecondsSinceTheStart() {
        timeline.add("first");
        nanos.addAndGet(1_250_999_999L);
        timeline.add("second");
        assertThat(timeline.entries()).containsExactly("    +0 ms  first", " +1250 ms  second");
    }

    @Test
    void aLongTimelineKeepsItsBeginningAndItsEnd() {
        for (int i = 1; i <= 1000; i++) {
            timeline.add("entry " + i);
        }
        assertThat(timeline.entries()).hasSize(201);
        assertThat(timeline.entries().get(99)).endsWith("entry 100");
        assertThat(timeline.entries().get(100)).isEqualTo("... 800 entries left out ...");
        assertThat(timeline.entries().get(101)).endsWith("entry 901");
        assertThat(timeline.entries().get(200)).endsWith("entry 1000");
    }
}
