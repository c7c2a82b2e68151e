package dev.sluice.contract.pact.lint;

import java.util.List;

/** Something wrong in a body, and the way to it from the body's root. */
record BodyFinding(LintRule rule, List<Object> way, String message) {
    BodyFinding {
        way = List.copyOf(way);
    }
}
