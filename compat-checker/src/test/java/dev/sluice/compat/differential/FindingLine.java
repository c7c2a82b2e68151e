package dev.sluice.compat.differential;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;

/** A finding as {@code path:line:column:endLine:endColumn RULE}, with {@code -} for a path that is gone. */
public final class FindingLine {
    private FindingLine() {}

    public static String of(Finding finding) {
        Position position = finding.position();
        return finding.newPath().orElse("-") + ":" + position.startLine() + ":" + position.startColumn() + ":"
                + position.endLine() + ":" + position.endColumn() + " " + finding.rule();
    }
}
