package dev.sluice.lint;

import dev.sluice.lint.rule.IgnoreComment;
import dev.sluice.schema.descriptor.LocationIndex;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import java.util.Arrays;
import java.util.Optional;

/** Comments that ask for a rule to be ignored: those above a statement, or above one that it is part of. */
final class IgnoringComments {
    private IgnoringComments() {}

    /** Whether a comment asks for a rule to be ignored at a source-info path. Only whole statements have comments. */
    static boolean ignore(String rule, int[] path, LocationIndex locations) {
        for (int length = 1; length <= path.length; length++) {
            Optional<Location> location = locations.find(Arrays.copyOf(path, length));
            if (location.isPresent()) {
                String comment = location.get().leadingComments();
                if (comment != null && IgnoreComment.names(rule, comment)) {
                    return true;
                }
            }
        }
        return false;
    }
}
