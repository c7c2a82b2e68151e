package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonPosition;
import dev.sluice.runtime.json.JsonValue;
import dev.sluice.schema.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One file of JSON Schema. */
final class SchemaDocument {
    private final String path;
    private final String text;
    private final JsonValue value;
    private final Dialect dialect;

    /** Takes text that is well-formed JSON, and its value. */
    SchemaDocument(String path, String text, JsonValue value, Dialect dialect) {
        this.path = path;
        this.text = text;
        this.value = value;
        this.dialect = dialect;
    }

    /** The file, relative to the folder of the schemas, with {@code /} between folders. */
    String path() {
        return path;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The schema that is the whole file. */
    SchemaNode root() {
        return new SchemaNode(this, List.of(), value);
    }

    /** The value at a path of member names and element indexes. */
    Optional<JsonValue> at(List<Object> steps) {
        JsonValue at = value;
        for (Object step : steps) {
            if (at instanceof JsonValue.ObjectValue object && step instanceof String name) {
                at = object.members().get(name);
            } else if (at instanceof JsonValue.ArrayValue array
                    && step instanceof Integer index
                    && index < array.elements().size()) {
                at = array.elements().get(index);
            } else {
                return Optional.empty();
            }
            if (at == null) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /** A problem at a member's name or an element. */
    Problem problem(List<Object> steps, String message) {
        return problem(JsonPosition.ofName(text, steps), message);
    }

    private Problem problem(JsonPosition position, String message) {
        return new Problem(path, position.line(), column(text, position.offset()), message);
    }

    /** Where a member's name or an element is, for a problem elsewhere. */
    String place(List<Object> steps) {
        JsonPosition position = JsonPosition.ofName(text, steps);
        return path + ":" + position.line() + ":" + column(text, position.offset());
    }

    /** The column that problems have: in bytes, tabs to the next multiple of eight. */
    static int column(String text, int offset) {
        int column = 0;
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        for (byte unit : text.substring(start, offset).getBytes(StandardCharsets.UTF_8)) {
            column = unit == '\t' ? (column | 7) + 1 : column + 1;
        }
        return column + 1;
    }
}
