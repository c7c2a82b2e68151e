package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.finding.WaivedFinding;
import dev.sluice.schema.problem.Printable;
import java.io.IOException;

/** Writes Markdown for a comment or a summary: each finding with the old and the new lines. */
public final class MarkdownReporter implements Reporter {
    /** GitHub refuses comments of more than 65,536 characters, and nobody reads so many findings. */
    private static final int MOST_FINDINGS = 50;

    private final PathNames paths;
    private final Excerpts excerpts;

    public MarkdownReporter(PathNames paths, Excerpts excerpts) {
        this.paths = paths;
        this.excerpts = excerpts;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        out.append("### Schema check: ").append(Summary.of(verdict)).append("\n");
        int shown = Math.min(MOST_FINDINGS, verdict.findings().size());
        for (Finding finding : verdict.findings().subList(0, shown)) {
            finding(finding, out);
        }
        if (shown < verdict.findings().size()) {
            out.append("\n… and " + (verdict.findings().size() - shown) + " more.\n");
        }
        if (!verdict.waived().isEmpty()) {
            out.append("\n| waived | by | until | reason |\n|---|---|---|---|\n");
            for (WaivedFinding waived : verdict.waived()) {
                out.append("| " + waived.finding().rule() + " " + code(place(waived.finding())) + " | "
                        + escaped(waived.owner()) + " | " + waived.expires() + " | " + escaped(waived.reason())
                        + " |\n");
            }
        }
        for (Notice notice : verdict.notices()) {
            out.append("\n> " + escaped(notice.toString()) + "\n");
        }
    }

    private void finding(Finding finding, Appendable out) throws IOException {
        out.append("\n**" + finding.severity().word() + " " + escaped(finding.rule()) + "** " + code(place(finding)))
                .append("\n\n" + escaped(finding.message()) + "\n");
        Excerpts.Excerpt excerpt = excerpts.of(finding);
        if (!excerpt.before().isEmpty() || !excerpt.after().isEmpty()) {
            out.append("\n```diff\n");
            for (String line : excerpt.before()) {
                out.append("- ")
                        .append(Printable.of(line.replace("\t", "    ")))
                        .append('\n');
            }
            for (String line : excerpt.after()) {
                out.append("+ ")
                        .append(Printable.of(line.replace("\t", "    ")))
                        .append('\n');
            }
            out.append("```\n");
        }
        out.append("\n<sub>fingerprint " + finding.fingerprint() + "</sub>\n");
    }

    private String place(Finding finding) {
        return paths.shown(finding) + ":" + finding.position().startLine() + ":"
                + finding.position().startColumn();
    }

    private static String code(String text) {
        return "`" + Printable.of(text).replace('`', '\'').replace("|", "\\|") + "`";
    }

    /** Text that nothing in it makes markup, a link or a mention of. */
    private static String escaped(String text) {
        StringBuilder markdown = new StringBuilder();
        for (char c : Printable.of(text).toCharArray()) {
            switch (c) {
                case '<' -> markdown.append("&lt;");
                case '&' -> markdown.append("&amp;");
                case '@' -> markdown.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '>', '~' ->
                    markdown.append('\\').append(c);
                default -> markdown.append(c);
            }
        }
        return markdown.toString();
    }
}
