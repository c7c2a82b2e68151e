package dev.sluice.compat.finding;

import dev.sluice.schema.problem.Printable;

/**
 * A remark about the configuration of a check, rather than about a schema.
 *
 * @param place where in the configuration file
 * @param message what is the matter and what to do, one line
 */
public record Notice(Severity severity, Place place, String message) {

    /** {@code file:line:column: severity: message}, printable. */
    @Override
    public String toString() {
        return Printable.path(place.toString()) + ": " + severity.word() + ": " + Printable.of(message);
    }
}
