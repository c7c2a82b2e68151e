package dev.sluice.runtime.json;

import dev.sluice.runtime.JsonWriter;
import dev.sluice.runtime.Violation;
import dev.sluice.runtime.Violations;
import java.util.List;

/** An immutable value of a type that a JSON Schema describes. Every implementation is generated. */
public interface JsonDocument {

    /** Writes this value. */
    void writeTo(JsonWriter out);

    /** Checks the assertions of the schema, those of the values within this one included. */
    void validate(Violations to);

    /** The assertions of the schema that do not hold, those of the values within this one included. */
    default List<Violation> validate() {
        Violations found = new Violations();
        validate(found);
        return found.list();
    }

    /** This value as JSON text. */
    default String toJson() {
        return JsonWriter.write(this::writeTo);
    }

    /**
     * This value as JSON.
     *
     * @throws dev.sluice.runtime.MalformedMessageException if it nests more than 100 deep
     */
    default JsonValue toJsonValue() {
        return JsonValue.parse(toJson());
    }
}
