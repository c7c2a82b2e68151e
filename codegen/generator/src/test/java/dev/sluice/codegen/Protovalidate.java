package dev.sluice.codegen;

import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.TextFormat;
import dev.sluice.runtime.PathElement;
import dev.sluice.runtime.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Violations in protovalidate's form, and both as text, so that whole lists can be compared. */
final class Protovalidate {
    private Protovalidate() {}

    /**
     * Violations as text, in order, but for those within entries of one map: protovalidate goes over maps in the order of a
     * hash table, so that these are put in the order of their keys.
     */
    static List<String> texts(List<build.buf.validate.Violation> violations) {
        List<String> texts = new ArrayList<>();
        List<build.buf.validate.Violation> group = new ArrayList<>();
        String of = "";
        for (build.buf.validate.Violation violation : violations) {
            String map = map(violation, true);
            if (!map.equals(of) || map.isEmpty()) {
                flush(group, texts);
            }
            of = map;
            group.add(violation);
        }
        flush(group, texts);
        return texts;
    }

    private static void flush(List<build.buf.validate.Violation> group, List<String> to) {
        group.sort(Comparator.comparing(violation -> map(violation, false)));
        group.forEach(violation -> to.add(TextFormat.printer().printToString(violation)));
        group.clear();
    }

    /** The way to the first map in a violation's path and, unless it is to be left out, the key. */
    private static String map(build.buf.validate.Violation violation, boolean withoutKey) {
        StringBuilder way = new StringBuilder();
        for (FieldPathElement element : violation.getField().getElementsList()) {
            if (element.hasKeyType()) {
                return way.append(
                                withoutKey
                                        ? element.toBuilder().clearSubscript().build()
                                        : element)
                        .toString();
            }
            way.append(element);
        }
        return "";
    }

    static build.buf.validate.Violation of(Violation violation) {
        build.buf.validate.Violation.Builder builder = build.buf.validate.Violation.newBuilder()
                .setRuleId(violation.rule())
                .setMessage(violation.message());
        if (!violation.fieldPath().isEmpty()) {
            builder.setField(path(violation.fieldPath()));
        }
        if (!violation.rulePath().isEmpty()) {
            builder.setRule(path(violation.rulePath()));
        }
        if (violation.forKey()) {
            builder.setForKey(true);
        }
        return builder.build();
    }

    private static FieldPath path(List<PathElement> elements) {
        FieldPath.Builder path = FieldPath.newBuilder();
        for (PathElement element : elements) {
            path.addElements(element(element));
        }
        return path.build();
    }

    private static FieldPathElement element(PathElement element) {
        FieldPathElement.Builder builder = FieldPathElement.newBuilder().setFieldName(element.name());
        if (element.number() != 0) {
            builder.setFieldNumber(element.number()).setFieldType(type(element.type()));
        }
        if (element.keyType() != 0) {
            builder.setKeyType(type(element.keyType())).setValueType(type(element.valueType()));
        }
        Object subscript = element.subscript();
        if (subscript instanceof String key) {
            builder.setStringKey(key);
        } else if (subscript instanceof Boolean key) {
            builder.setBoolKey(key);
        } else if (subscript instanceof Number number && element.keyType() == 0) {
            builder.setIndex(number.longValue());
        } else if (subscript instanceof Integer number && element.hasUnsignedKey()) {
            builder.setUintKey(Integer.toUnsignedLong(number));
        } else if (subscript instanceof Number number && element.hasUnsignedKey()) {
            builder.setUintKey(number.longValue());
        } else if (subscript instanceof Number number) {
            builder.setIntKey(number.longValue());
        }
        return builder.build();
    }

    private static FieldDescriptorProto.Type type(int number) {
        return FieldDescriptorProto.Type.forNumber(number);
    }
}
