package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;

/** Writes {@code path:line:col: error RULE: message}, one finding a line, and a last line that counts them. */
public final class TextReporter implements Reporter {
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    private final PathNames paths;
    private final boolean colour;

    /** @param colour whether to mark severities with terminal colours */
    public TextReporter(PathNames paths, boolean colour) {
        this.paths = paths;
        this.colour = colour;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        for (Finding finding : verdict.findings()) {
            Position position = finding.position();
            out.append(colour ? BOLD : "")
                    .append(
                            finding.newPath().isPresent()
                                    ? paths.display(finding.newPath().get())
                                    : finding.oldPath())
                    .append(':')
                    .append(String.valueOf(position.startLine()))
                    .append(':')
                    .append(String.valueOf(position.startColumn()))
                    .append(": ")
                    .append(colour ? RESET + colourOf(finding.severity()) : "")
                    .append(finding.severity().word())
                    .append(colour ? RESET : "")
                    .append(' ')
                    .append(finding.rule())
                    .append(": ")
                    .append(finding.message())
                    .append('\n');
        }
        int count = verdict.findings().size();
        out.append(count == 0 ? "no breaking changes" : count == 1 ? "1 breaking change" : count + " breaking changes")
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
