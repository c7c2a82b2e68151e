package dev.sluice.interop.protovalidate;

import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import dev.sluice.runtime.PathElement;
import dev.sluice.runtime.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Violations as protovalidate tells them (buf.validate.Violation). */
final class ProtovalidateViolations {
    /** FieldDescriptorProto.Type of the keys of maps that have 64 bits: int64, uint64, fixed64, sfixed64, sint64. */
    private static final Set<Integer> LONG_KEYS = Set.of(3, 4, 6, 16, 18);

    private ProtovalidateViolations() {}

    static Violation read(build.buf.validate.Violation violation) {
        return new Violation(
                path(violation.getField()),
                path(violation.getRule()),
                violation.getRuleId(),
                violation.getMessage(),
                violation.getForKey());
    }

    private static List<PathElement> path(FieldPath path) {
        return path.getElementsList().stream()
                .map(ProtovalidateViolations::element)
                .toList();
    }

    private static PathElement element(FieldPathElement element) {
        return new PathElement(
                element.getFieldNumber(),
                element.getFieldName(),
                element.hasFieldType() ? element.getFieldType().getNumber() : 0,
                element.hasKeyType() ? element.getKeyType().getNumber() : 0,
                element.hasValueType() ? element.getValueType().getNumber() : 0,
                subscript(element));
    }

    private static @Nullable Object subscript(FieldPathElement element) {
        return switch (element.getSubscriptCase()) {
            case INDEX -> (int) element.getIndex();
            case BOOL_KEY -> element.getBoolKey();
            case INT_KEY -> number(element, element.getIntKey());
            case UINT_KEY -> number(element, element.getUintKey());
            case STRING_KEY -> element.getStringKey();
            case SUBSCRIPT_NOT_SET -> null;
        };
    }

    private static Object number(FieldPathElement element, long key) {
        return LONG_KEYS.contains(element.getKeyType().getNumber()) ? (Object) key : (Object) (int) key;
    }
}
