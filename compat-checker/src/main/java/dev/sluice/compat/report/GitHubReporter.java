package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.problem.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes workflow commands, from which GitHub makes annotations of a pull request. It shows ten of each severity a step:
 * the worst ones come first, and what is left over is written as plain lines.
 */
public final class GitHubReporter implements Reporter {
    private static final int MOST_ANNOTATIONS = 10;

    private final PathNames paths;

    public GitHubReporter(PathNames paths) {
        this.paths = paths;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Finding finding : worstFirst(verdict.findings())) {
            if (counts.merge(finding.severity(), 1, Integer::sum) <= MOST_ANNOTATIONS) {
                annotation(finding, out);
            } else {
                plain(finding, out);
            }
        }
        for (Notice notice : verdict.notices()) {
            if (counts.merge(notice.severity(), 1, Integer::sum) <= MOST_ANNOTATIONS) {
                String place = notice.place().line() == 0
                        ? ""
                        : " file=" + property(notice.place().file()) + ",line="
                                + notice.place().line() + ",col="
                                + notice.place().column();
                out.append("::" + command(notice.severity()) + place + "::" + data(notice.message()) + "\n");
            }
        }
        out.append(Summary.of(verdict)).append('\n');
    }

    /** By severity, then what breaks on the wire, then what breaks in JSON, then the rest; else as they come. */
    private static List<Finding> worstFirst(List<Finding> findings) {
        Map<String, Integer> reach = new HashMap<>();
        for (Rule rule : Catalogue.rules()) {
            boolean wire = rule.categories().contains(Category.WIRE);
            reach.put(rule.id(), wire ? 0 : rule.categories().contains(Category.WIRE_JSON) ? 1 : 2);
        }
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(Finding::severity)
                .thenComparing(finding -> reach.getOrDefault(finding.rule(), 2)));
        return sorted;
    }

    private void annotation(Finding finding, Appendable out) throws IOException {
        Position position = finding.position();
        out.append("::")
                .append(command(finding.severity()))
                .append(" file=")
                .append(property(paths.shown(finding)))
                .append(",line=" + position.startLine())
                .append(",endLine=" + position.endLine());
        if (position.startLine() == position.endLine() && position.startColumn() < position.endColumn()) {
            out.append(",col=" + position.startColumn()).append(",endColumn=" + position.endColumn());
        }
        out.append(",title=")
                .append(property(finding.rule()))
                .append("::")
                .append(data(finding.message()))
                .append('\n');
    }

    private void plain(Finding finding, Appendable out) throws IOException {
        Position position = finding.position();
        out.append(Printable.path(paths.shown(finding)))
                .append(":" + position.startLine() + ":" + position.startColumn() + ": ")
                .append(finding.severity().word() + " " + finding.rule() + ": ")
                .append(Printable.of(finding.message()))
                .append('\n');
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    /** What stands after {@code ::}. */
    private static String data(String text) {
        return Printable.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The value of a property, which a comma or colon would end. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
