package dev.sluice.compat.config;

import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Place;
import dev.sluice.compat.finding.Severity;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A configuration file while it is read: its name, and what is wrong with it. */
final class YamlFile {
    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_QUOTE = 60;

    private final String name;
    private final Concern concern;
    private final Problems problems = new Problems();
    private final List<Notice> notices = new ArrayList<>();
    private int count;

    YamlFile(String name, Concern concern) {
        this.name = name;
        this.concern = concern;
    }

    /** What the file is read for. */
    Concern concern() {
        return concern;
    }

    /** The place of the file as a whole. */
    Place whole() {
        return new Place(name, 0, 0);
    }

    Place at(Optional<Mark> mark) {
        return mark.map(found -> new Place(name, found.getLine() + 1, found.getColumn() + 1))
                .orElseGet(this::whole);
    }

    Place at(Node node) {
        return at(node.getStartMark());
    }

    /** Adds a problem; those past the hundredth are left out. */
    void problem(Place place, String message) {
        count++;
        if (count <= MOST_PROBLEMS) {
            problems.add(new Problem(name, place.line(), place.column(), message));
        } else if (count == MOST_PROBLEMS + 1) {
            problems.add(name, "there are more than " + MOST_PROBLEMS + " problems; the rest is left out");
        }
    }

    /** Adds a problem about a word that is not among those that could be there. */
    void unknown(Place place, String what, String word, List<String> known) {
        String hint = count < MOST_PROBLEMS ? NearestWord.hint(word, known) : "";
        problem(place, what.replace("%s", quote(word)) + hint);
    }

    void notice(Place place, String message) {
        if (notices.size() < MOST_PROBLEMS) {
            notices.add(new Notice(Severity.WARNING, place, message));
        }
    }

    boolean hasProblems() {
        return count > 0;
    }

    List<Problem> problems() {
        return problems.sorted();
    }

    List<Notice> notices() {
        List<Notice> sorted = new ArrayList<>(notices);
        sorted.sort(Comparator.<Notice>comparingInt(notice -> notice.place().line())
                .thenComparingInt(notice -> notice.place().column()));
        return sorted;
    }

    /** A word of the file between quotes, on one line and not too long. */
    static String quote(String word) {
        StringBuilder quoted = new StringBuilder("\"");
        int end = word.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, word.codePointCount(0, word.length())));
        word.substring(0, end)
                .codePoints()
                .forEach(
                        c -> quoted.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        return quoted.append(end < word.length() ? "…\"" : "\"").toString();
    }
}
