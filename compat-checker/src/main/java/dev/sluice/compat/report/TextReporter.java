package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.finding.WaivedFinding;
import dev.sluice.schema.problem.Printable;
import java.io.IOException;

/**
 * Writes {@code path:line:col: error RULE: message}, one finding a line, and a last line that counts them. The verbose form
 * adds a line with the finding's fingerprint, and the findings that are waived.
 */
public final class TextReporter implements Reporter {
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    private final PathNames paths;
    private final boolean colour;
    private final boolean verbose;

    /** @param colour whether to mark severities with terminal colours */
    public TextReporter(PathNames paths, boolean colour) {
        this(paths, colour, false);
    }

    /**
     * @param colour whether to mark severities with terminal colours
     * @param verbose whether to write fingerprints and waived findings
     */
    public TextReporter(PathNames paths, boolean colour, boolean verbose) {
        this.paths = paths;
        this.colour = colour;
        this.verbose = verbose;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        for (Finding finding : verdict.findings()) {
            write(finding, finding.severity().word(), colourOf(finding.severity()), out);
            if (verbose) {
                out.append("    fingerprint ").append(finding.fingerprint()).append('\n');
            }
        }
        if (verbose) {
            for (WaivedFinding waived : verdict.waived()) {
                write(waived.finding(), "waived", "", out);
                out.append("    waived by ")
                        .append(waived.owner())
                        .append(" until ")
                        .append(waived.expires().toString())
                        .append(": ")
                        .append(waived.reason())
                        .append('\n');
            }
        }
        out.append(Summary.of(verdict)).append('\n');
    }

    private void write(Finding finding, String word, String mark, Appendable out) throws IOException {
        Position position = finding.position();
        out.append(colour ? BOLD : "")
                .append(Printable.path(paths.shown(finding)))
                .append(':')
                .append(String.valueOf(position.startLine()))
                .append(':')
                .append(String.valueOf(position.startColumn()))
                .append(": ")
                .append(colour ? RESET + mark : "")
                .append(word)
                .append(colour ? RESET : "")
                .append(' ')
                .append(finding.rule())
                .append(": ")
                .append(Printable.of(finding.message()))
                .append('\n');
    }

    private static String colourOf(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case INFO -> "";
        };
    }
}
