package dev.sluice.runtime;

/**
 * One constraint that a message breaks.
 *
 * @param field where: field names as in the schema joined by dots, elements of lists and maps in brackets, such as {@code
 *     attributes["kind"]} or {@code violations[3].rule}; empty for the message as a whole
 * @param rule the constraint, protovalidate's rule id such as {@code uint32.gte} or that of a CEL rule
 * @param message what is wrong, for a person
 */
public record Violation(String field, String rule, String message) {

    /** {@code field: message [rule]}. */
    @Override
    public String toString() {
        return (field.isEmpty() ? "" : field + ": ") + message + " [" + rule + "]";
    }
}
