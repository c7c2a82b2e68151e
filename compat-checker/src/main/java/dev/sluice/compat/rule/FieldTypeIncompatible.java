package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import java.util.Optional;

/** Fields change their type only to one that encodes alike: on the wire, or on the wire and in JSON. */
final class FieldTypeIncompatible extends FieldRule {
    private final boolean json;

    private FieldTypeIncompatible(String id, String purpose, String harm, boolean json, Category... categories) {
        super(id, purpose, harm, "Add a new field instead.", categories);
        this.json = json;
    }

    static FieldTypeIncompatible wire() {
        return new FieldTypeIncompatible(
                "FIELD_WIRE_COMPATIBLE_TYPE",
                "Fields change their type only to one that is encoded alike.",
                "peers with the other type misread it or drop it",
                false,
                Category.WIRE);
    }

    static FieldTypeIncompatible wireJson() {
        return new FieldTypeIncompatible(
                "FIELD_WIRE_JSON_COMPATIBLE_TYPE",
                "Fields change their type only to one that is encoded alike, in binary and in JSON.",
                "peers with the other type misread it, drop it or refuse its JSON",
                true,
                Category.WIRE_JSON,
                Category.CSR);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        FieldType before = FieldKind.of(old);
        FieldType after = FieldKind.of(now);
        boolean compatible = before == after
                ? FieldKind.sameReference(old, now) || before == FieldType.ENUM && isExtended(old, now)
                : group(before) == group(after) || !json && before == FieldType.STRING && after == FieldType.BYTES;
        if (!compatible && !(findings.acceptsSameShape() && SameShape.ofFields(old, now, json))) {
            FieldTypeChanged.report(this, old, now, findings);
        }
    }

    private FieldType group(FieldType kind) {
        return json ? FieldKind.wireJsonGroup(kind) : FieldKind.wireGroup(kind);
    }

    /** Whether the new field's enum has the name of the old one's and all its values. */
    private static boolean isExtended(Field old, Field now) {
        EnumType before = old.enumType().orElseThrow();
        EnumType after = now.enumType().orElseThrow();
        if (!before.name().equals(after.name())) {
            return false;
        }
        for (EnumValue value : before.values()) {
            Optional<EnumValue> same = after.value(value.name());
            if (same.isEmpty() || same.get().number() != value.number()) {
                return false;
            }
        }
        return true;
    }
}
