package dev.sluice.contract.tck.stage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each kind of reply came. */
final class Tally {
    private Tally() {}

    static String of(List<Submission> submissions) {
        Map<String, Long> counts = submissions.stream()
                .collect(Collectors.groupingBy(Submission::summary, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
