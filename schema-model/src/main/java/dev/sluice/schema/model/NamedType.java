package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.Visibility;
import java.util.Optional;

/** A message or an enum: what a field's type name can name. */
public sealed interface NamedType extends Element permits MessageType, EnumType {

    /** The enclosing message, or empty for a top-level type. */
    Optional<MessageType> parent();

    /** The position among the siblings of the same kind, from 0. */
    int index();

    /** The visibility written in the schema (edition 2024). */
    Visibility visibility();
}
