package dev.sluice.contract.pact.derive;

import build.buf.validate.FieldPathElement;
import build.buf.validate.Violation;

/** A broken constraint as one line: where, what, and the rule's id. */
public final class ViolationText {
    private ViolationText() {}

    /** {@code capacity.limit: must be greater than or equal to 1 [uint32.gte]}. */
    public static String of(Violation violation) {
        StringBuilder where = new StringBuilder();
        for (FieldPathElement element : violation.getField().getElementsList()) {
            where.append(where.isEmpty() ? "" : ".").append(element.getFieldName());
            switch (element.getSubscriptCase()) {
                case INDEX -> where.append('[').append(element.getIndex()).append(']');
                case STRING_KEY ->
                    where.append("[\"").append(element.getStringKey()).append("\"]");
                case BOOL_KEY -> where.append('[').append(element.getBoolKey()).append(']');
                case INT_KEY -> where.append('[').append(element.getIntKey()).append(']');
                case UINT_KEY ->
                    where.append('[')
                            .append(Long.toUnsignedString(element.getUintKey()))
                            .append(']');
                case SUBSCRIPT_NOT_SET -> {}
            }
        }
        String message = violation.getMessage().isEmpty() ? "is broken" : violation.getMessage();
        return (where.isEmpty() ? "" : where + ": ") + message + " [" + violation.getRuleId() + "]";
    }
}
