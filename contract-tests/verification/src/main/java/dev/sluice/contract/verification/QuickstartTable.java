package dev.sluice.contract.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the quickstart found: a line a step, then a line a rule with a column a peer. */
final class QuickstartTable {
    private record Row(String what, boolean holds, String detail, double seconds) {}

    private record Cell(String outcome, double seconds) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Map<String, Cell>> rules = new LinkedHashMap<>();
    private final Set<String> peers = new LinkedHashSet<>();

    void row(String what, boolean holds, String detail, double seconds) {
        rows.add(new Row(what, holds, detail, seconds));
    }

    void failed(String what, String detail, double seconds) {
        row(what, false, detail, seconds);
    }

    void rule(String id, String peer, String outcome, double seconds) {
        peers.add(peer);
        rules.computeIfAbsent(id, rule -> new LinkedHashMap<>()).put(peer, new Cell(outcome, seconds));
    }

    /** Whether every row holds; a rule that does not hold has a row of its own. */
    boolean allHold() {
        return rows.stream().allMatch(Row::holds);
    }

    String render(double seconds) {
        StringBuilder out = new StringBuilder();
        line(out, "%-22s %-8s %8s  %s", "", "verdict", "seconds", "");
        for (Row row : rows) {
            line(out, "%-22s %-8s %8.1f  %s", row.what, row.holds ? "ok" : "FAILED", row.seconds, row.detail);
        }
        out.append('\n');
        StringBuilder header = new StringBuilder(String.format(Locale.ROOT, "%-18s", "rule"));
        peers.forEach(peer -> header.append(String.format(Locale.ROOT, " %-18s", peer)));
        line(out, "%s", header);
        rules.forEach((id, cells) -> {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-18s", id));
            for (String peer : peers) {
                Cell cell = cells.get(peer);
                String words = cell == null ? "" : String.format(Locale.ROOT, "%s %.1f s", cell.outcome, cell.seconds);
                text.append(String.format(Locale.ROOT, " %-18s", words));
            }
            line(out, "%s", text);
        });
        out.append('\n');
        line(out, "%s in %.1f seconds", allHold() ? "everything held" : "NOT everything held", seconds);
        return out.toString();
    }

    private static void line(StringBuilder out, String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
