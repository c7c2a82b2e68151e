package dev.sluice.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a field or to a constraint (buf.validate.FieldPathElement). Generated code holds a step as text,
 * {@code name:number:type}, for maps with {@code :keyType:valueType} behind it, for a oneof just its name.
 *
 * @param number the field's number, 0 for a oneof
 * @param name the field's name in the schema, of an extension its full name in brackets
 * @param type the field's type as in FieldDescriptorProto.Type, 0 for a oneof
 * @param keyType the type of a map's keys, 0 where it is no map
 * @param valueType the type of a map's values, 0 where it is no map
 * @param subscript the Integer index in a list, the key in a map, or null
 */
public record PathElement(
        int number,
        String name,
        int type,
        int keyType,
        int valueType,
        @Nullable Object subscript) {

    /** A member of a JSON object. */
    static PathElement member(String name) {
        return new PathElement(0, name, 0, 0, 0, null);
    }

    /** An element of a JSON array: it has an index and no name. */
    static PathElement element(int index) {
        return new PathElement(0, "", 0, 0, 0, index);
    }

    /** A step in the form generated code holds it in. */
    static PathElement of(String step, @Nullable Object subscript) {
        int colon = step.lastIndexOf(']') < 0 ? step.indexOf(':') : step.indexOf(':', step.lastIndexOf(']'));
        if (colon < 0) {
            return new PathElement(0, step, 0, 0, 0, subscript);
        }
        String[] numbers = step.substring(colon + 1).split(":");
        return new PathElement(
                Integer.parseInt(numbers[0]),
                step.substring(0, colon),
                Integer.parseInt(numbers[1]),
                numbers.length < 3 ? 0 : Integer.parseInt(numbers[2]),
                numbers.length < 4 ? 0 : Integer.parseInt(numbers[3]),
                subscript);
    }

    /** Steps joined by slashes, an index behind a number sign. */
    static List<PathElement> path(String steps) {
        List<PathElement> path = new ArrayList<>();
        if (!steps.isEmpty()) {
            for (String step : steps.split("/")) {
                int index = step.indexOf('#');
                path.add(
                        index < 0
                                ? of(step, null)
                                : of(step.substring(0, index), Integer.valueOf(step.substring(index + 1))));
            }
        }
        return path;
    }

    /** Whether the key of a map is an unsigned number. */
    public boolean hasUnsignedKey() {
        return keyType == 4 || keyType == 6 || keyType == 7 || keyType == 13;
    }

    /** The name, with the index or key in brackets. */
    @Override
    public String toString() {
        if (subscript == null) {
            return name;
        }
        String text = subscript instanceof String key ? JsonWriter.quoted(key) : subscript.toString();
        if (hasUnsignedKey()) {
            text = subscript instanceof Integer key
                    ? Integer.toUnsignedString(key)
                    : Long.toUnsignedString(((Number) subscript).longValue());
        }
        return name + "[" + text + "]";
    }
}
