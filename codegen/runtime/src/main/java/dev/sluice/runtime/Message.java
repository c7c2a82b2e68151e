package dev.sluice.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable message of a schema. Every implementation is generated, and has static {@code TYPE}, {@code parseFrom},
 * {@code fromJson}, {@code builder} and {@code defaultInstance} beside what is declared here.
 */
public interface Message {

    /** What is common to all messages of this class; other ways to read one. */
    MessageType<?> schemaType();

    /** A builder with the fields of this message. */
    Builder<?> toBuilder();

    /** The fields that this version of the schema does not declare, byte for byte as they were read. */
    UnknownFields unknownFields();

    /**
     * Writes this message without a length before position {@code at}, in one pass from its end to its start, and returns
     * the position where it starts.
     */
    int writeTo(WireWriter out, int at);

    /** Writes this message as a JSON value. */
    void writeTo(JsonWriter out);

    /**
     * For generated code: a message with the fields of this one and those of the message that {@code in} stands at, merged.
     * What comes often is merged in place, so that it takes no more time than it has bytes; {@link #seal} ends that.
     *
     * @throws MalformedMessageException if there is no such message
     */
    Message merging(WireReader in);

    /** For generated code: makes unchangeable what {@link #merging} has returned. A message that was built already is. */
    void seal();

    /** Checks the constraints of the schema, those of the messages within this one included. */
    void validate(Violations to);

    /** The constraints of the schema that this message breaks, those of the messages within it included. */
    default List<Violation> validate() {
        return Violations.of(this);
    }

    /** The path to a required field that is absent, here or in a message within, or null where none is. */
    default @Nullable String missing() {
        return null;
    }

    /** The message in protobuf wire form; equal messages with equal map order give equal bytes. */
    default byte[] toByteArray() {
        return WireWriter.write(this);
    }

    /**
     * The message in the canonical proto3 JSON mapping, without fields that are absent or have no presence and their
     * default.
     *
     * @throws IllegalStateException if it has no JSON form
     */
    default String toJson() {
        return toJson(JsonDefaults.OMIT);
    }

    /**
     * The message in the canonical proto3 JSON mapping.
     *
     * @throws IllegalStateException if it has no JSON form
     */
    default String toJson(JsonDefaults defaults) {
        return toJson(JsonOptions.STANDARD.with(defaults));
    }

    /**
     * The message in the proto3 JSON mapping.
     *
     * @throws IllegalStateException if it has no JSON form: a time out of range, an Any of a type that the options do not
     *     know
     */
    default String toJson(JsonOptions options) {
        return JsonWriter.write(this, options);
    }

    /** Builds a message of one class. Not safe for several threads. */
    interface Builder<M extends Message> {

        /**
         * Merges the message that {@code in} stands at: the last value of a field counts, messages merge, lists grow.
         *
         * @throws MalformedMessageException if there is no such message
         */
        Builder<M> mergeFrom(WireReader in);

        /**
         * Reads the JSON value that {@code in} stands at into this builder, which must be new.
         *
         * @throws MalformedMessageException if there is no such message
         */
        Builder<M> mergeFrom(JsonReader in);

        /**
         * The message; this builder can be used further.
         *
         * @throws IllegalStateException if a required field is absent
         */
        M build();

        /** The message, whether or not required fields are present. */
        default M buildPartial() {
            return build();
        }
    }
}
