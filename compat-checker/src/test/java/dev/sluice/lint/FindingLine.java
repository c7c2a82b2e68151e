package dev.sluice.lint;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;

/** A finding as {@code path:line:column:endLine:endColumn RULE}. */
final class FindingLine {
    private FindingLine() {}

    static String of(Finding finding) {
        Position position = finding.position();
        return finding.newPath().orElseThrow() + ":" + position.startLine() + ":" + position.startColumn() + ":"
                + position.endLine() + ":" + position.endColumn() + " " + finding.rule();
    }
}
