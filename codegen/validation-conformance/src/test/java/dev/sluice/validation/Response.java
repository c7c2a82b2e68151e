package dev.sluice.validation;

import dev.sluice.runtime.PathElement;
import dev.sluice.runtime.Violation;
import dev.sluice.schema.wire.WireWriter;
import java.util.List;

/** What the suite is answered (buf.validate.conformance.harness.TestConformanceResponse). */
final class Response {
    static final int COMPILATION_ERROR = 3;
    static final int RUNTIME_ERROR = 4;
    static final int UNEXPECTED_ERROR = 5;

    private final WireWriter response = new WireWriter();

    byte[] toByteArray() {
        return response.toByteArray();
    }

    void success(String name) {
        WireWriter result = new WireWriter();
        result.bool(1, true);
        add(name, result);
    }

    void error(String name, int kind, String message) {
        WireWriter result = new WireWriter();
        result.string(kind, message);
        add(name, result);
    }

    void violations(String name, List<Violation> violations) {
        WireWriter all = new WireWriter();
        violations.forEach(violation -> all.message(1, violation(violation)));
        WireWriter result = new WireWriter();
        result.message(2, all);
        add(name, result);
    }

    private void add(String name, WireWriter result) {
        WireWriter entry = new WireWriter();
        entry.string(1, name);
        entry.message(2, result);
        response.message(1, entry);
    }

    private static WireWriter violation(Violation violation) {
        WireWriter out = new WireWriter();
        out.string(2, violation.rule());
        out.string(3, violation.message());
        if (violation.forKey()) {
            out.bool(4, true);
        }
        if (!violation.fieldPath().isEmpty()) {
            out.message(5, path(violation.fieldPath()));
        }
        if (!violation.rulePath().isEmpty()) {
            out.message(6, path(violation.rulePath()));
        }
        return out;
    }

    private static WireWriter path(List<PathElement> elements) {
        WireWriter path = new WireWriter();
        elements.forEach(element -> path.message(1, element(element)));
        return path;
    }

    private static WireWriter element(PathElement element) {
        WireWriter out = new WireWriter();
        if (element.number() != 0) {
            out.varint(1, element.number());
        }
        out.string(2, element.name());
        if (element.number() != 0) {
            out.varint(3, element.type());
        }
        if (element.keyType() != 0) {
            out.varint(4, element.keyType());
            out.varint(5, element.valueType());
        }
        Object subscript = element.subscript();
        if (subscript instanceof String key) {
            out.string(10, key);
        } else if (subscript instanceof Boolean key) {
            out.bool(7, key);
        } else if (subscript instanceof Number number) {
            boolean isShort = number instanceof Integer && element.hasUnsignedKey();
            int field = element.keyType() == 0 ? 6 : element.hasUnsignedKey() ? 9 : 8;
            out.varint(field, isShort ? Integer.toUnsignedLong(number.intValue()) : number.longValue());
        }
        return out;
    }
}
