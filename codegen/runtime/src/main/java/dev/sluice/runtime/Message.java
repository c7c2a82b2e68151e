package dev.sluice.runtime;

import java.util.List;

/**
 * An immutable message of a schema. Every implementation is generated, and has static {@code parseFrom}, {@code fromJson},
 * {@code builder} and {@code defaultInstance} beside what is declared here.
 */
public interface Message {

    /** The fields that this version of the schema does not declare, byte for byte as they were read. */
    UnknownFields unknownFields();

    /** Writes this message without a length, in one pass from its end to its start. */
    void writeTo(WireWriter out);

    /** Writes this message as a JSON object. */
    void writeTo(JsonWriter out);

    /** Checks the constraints of the schema, those of the messages within this one included. */
    void validate(Violations to);

    /** The constraints of the schema that this message breaks, those of the messages within it included. */
    default List<Violation> validate() {
        Violations found = new Violations();
        validate(found);
        return found.list();
    }

    /** The message in protobuf wire form; equal messages with equal map order give equal bytes. */
    default byte[] toByteArray() {
        WireWriter out = new WireWriter();
        writeTo(out);
        return out.toByteArray();
    }

    /** The message in the canonical proto3 JSON mapping, without fields that are absent or have no presence and their default. */
    default String toJson() {
        return toJson(JsonDefaults.OMIT);
    }

    /** The message in the canonical proto3 JSON mapping. */
    default String toJson(JsonDefaults defaults) {
        JsonWriter out = new JsonWriter(defaults);
        writeTo(out);
        return out.toString();
    }
}
