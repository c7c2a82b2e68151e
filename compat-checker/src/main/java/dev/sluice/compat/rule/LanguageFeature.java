package dev.sluice.compat.rule;

import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Options;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A feature of one language's generated code, an extension of FeatureSet that the model itself does not resolve
 * (google/protobuf/cpp_features.proto, java_features.proto).
 *
 * @param extension the number of the language's extension of FeatureSet
 * @param number the number of the feature in it
 */
record LanguageFeature(int extension, int number) {

    /** The number of the value in force for a field: its own, else its oneof's, messages' or file's, else {@code absent}. */
    long of(Field field, long absent) {
        OptionalLong found = in(field.options(), FeatureField.FIELD);
        if (found.isEmpty() && field.oneof().isPresent()) {
            found = in(field.oneof().get().options(), FeatureField.ONEOF);
        }
        Optional<MessageType> message = field.parent();
        while (found.isEmpty() && message.isPresent()) {
            found = in(message.get().options(), FeatureField.MESSAGE);
            message = message.get().parent();
        }
        if (found.isEmpty()) {
            found = in(field.file().options(), FeatureField.FILE);
        }
        return found.orElse(absent);
    }

    private OptionalLong in(Options options, int features) {
        OptionalLong found = OptionalLong.empty();
        for (byte[] set : options.lengthDelimited(features)) {
            for (byte[] language : Options.of(set).lengthDelimited(extension)) {
                OptionalLong value = Options.of(language).varint(number);
                found = value.isPresent() ? value : found;
            }
        }
        return found;
    }
}
