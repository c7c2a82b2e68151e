package dev.sluice.contract.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the sink saw, as one immutable sequence: the record of what a provider executed. */
public record SinkLog(List<SinkEvent> events) {
    public SinkLog {
        events = List.copyOf(events);
    }

    /** The work ids of the calls that began, in their order; an id is there as often as it began. */
    public List<String> begun() {
        return workIds(SinkEvent.Kind.BEGUN);
    }

    /** The work ids of the calls whose connection the caller closed. */
    public List<String> abandoned() {
        return workIds(SinkEvent.Kind.ABANDONED);
    }

    /** How often the item began. */
    public long begins(String workId) {
        return begun().stream().filter(workId::equals).count();
    }

    /** The first call of the item, where one began. */
    public Optional<SinkEvent> call(String workId) {
        return events.stream()
                .filter(event ->
                        event.kind() == SinkEvent.Kind.BEGUN && event.workId().equals(workId))
                .findFirst();
    }

    /** The greatest number of calls that were in progress at once. */
    public int mostAtOnce() {
        int now = 0;
        int most = 0;
        for (SinkEvent event : events) {
            now += event.kind() == SinkEvent.Kind.BEGUN ? 1 : -1;
            most = Math.max(most, now);
        }
        return most;
    }

    /** The events of the calls whose work id is accepted. */
    public SinkLog where(Predicate<String> workId) {
        List<SinkEvent> kept = new ArrayList<>(events);
        kept.removeIf(event -> !workId.test(event.workId()));
        return new SinkLog(kept);
    }

    private List<String> workIds(SinkEvent.Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(SinkEvent::workId)
                .toList();
    }
}
