package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;

/**
 * What a field's encoding depends on besides its type. Features are options themselves: while the standard options are
 * being interpreted, only the syntax of the file can say.
 */
enum FieldRules {
    /** By the file's syntax or edition alone. */
    BY_SYNTAX {
        @Override
        boolean isDelimited(Field field) {
            return field.type() == FieldType.GROUP;
        }

        @Override
        boolean isRequired(Field field) {
            return field.label() == FieldLabel.REQUIRED;
        }

        @Override
        boolean hasPresence(Field field) {
            return field.file().edition() != Edition.PROTO3
                    || field.type().isMessage()
                    || field.oneof().isPresent();
        }

        @Override
        boolean isPacked(Field field) {
            return field.isRepeated()
                    && field.type().isPackable()
                    && field.file().edition() != Edition.PROTO2;
        }

        @Override
        boolean isClosed(EnumType type) {
            return type.file().edition() == Edition.PROTO2;
        }

        @Override
        boolean isMapEntry(MessageType type) {
            return false;
        }

        @Override
        boolean isMessageSet(MessageType type) {
            return false;
        }
    },

    /** By the features in force. */
    BY_FEATURES {
        @Override
        boolean isDelimited(Field field) {
            return field.isDelimited();
        }

        @Override
        boolean isRequired(Field field) {
            return field.isRequired();
        }

        @Override
        boolean hasPresence(Field field) {
            return field.hasPresence();
        }

        @Override
        boolean isPacked(Field field) {
            return field.isPacked();
        }

        @Override
        boolean isClosed(EnumType type) {
            return type.features().enumOpenness() == Features.EnumOpenness.CLOSED;
        }

        @Override
        boolean isMapEntry(MessageType type) {
            return type.isMapEntry();
        }

        @Override
        boolean isMessageSet(MessageType type) {
            return type.isMessageSet();
        }
    };

    abstract boolean isDelimited(Field field);

    abstract boolean isRequired(Field field);

    /** Whether a singular field set to its type's default is written. */
    abstract boolean hasPresence(Field field);

    abstract boolean isPacked(Field field);

    abstract boolean isClosed(EnumType type);

    abstract boolean isMapEntry(MessageType type);

    abstract boolean isMessageSet(MessageType type);
}
