package dev.sluice.runtime;

import java.util.List;

/**
 * One constraint that a message breaks.
 *
 * @param fieldPath the way to the field; empty for the message as a whole
 * @param rulePath the way to the constraint within buf.validate's rules for the field; empty for those of a message
 * @param rule the constraint, protovalidate's rule id such as {@code uint32.gte} or that of a CEL rule
 * @param message what is wrong, for a person
 * @param forKey whether it is about the key of a map's entry rather than its value
 */
public record Violation(
        List<PathElement> fieldPath, List<PathElement> rulePath, String rule, String message, boolean forKey) {
    public Violation {
        fieldPath = List.copyOf(fieldPath);
        rulePath = List.copyOf(rulePath);
    }

    /**
     * Where: field names as in the schema joined by dots, elements of lists and maps in brackets, such as {@code
     * attributes["kind"]} or {@code violations[3].rule}; empty for the message as a whole.
     */
    public String field() {
        return text(fieldPath);
    }

    static String text(List<PathElement> path) {
        StringBuilder text = new StringBuilder();
        for (PathElement element : path) {
            text.append(text.isEmpty() || element.name().isEmpty() ? "" : ".").append(element);
        }
        return text.toString();
    }

    /** {@code field: message [rule]}. */
    @Override
    public String toString() {
        String field = field();
        return (field.isEmpty() ? "" : field + ": ") + message + " [" + rule + "]";
    }
}
