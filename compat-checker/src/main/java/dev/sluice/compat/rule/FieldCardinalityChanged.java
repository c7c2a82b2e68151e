package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;

/** Fields keep their cardinality, or change it only to one that encodes alike. */
final class FieldCardinalityChanged extends FieldRule {
    /** Which changes count. */
    private enum Strictness {
        ANY,
        WIRE_JSON,
        WIRE
    }

    private final Strictness strictness;

    private FieldCardinalityChanged(
            String id, String purpose, String harm, Strictness strictness, Category... categories) {
        super(id, purpose, harm, "Add a new field instead.", categories);
        this.strictness = strictness;
    }

    static FieldCardinalityChanged any() {
        return new FieldCardinalityChanged(
                "FIELD_SAME_CARDINALITY",
                "Fields keep their cardinality.",
                "old peers lose or misread values, and source code that uses it does not compile",
                Strictness.ANY,
                Category.FILE,
                Category.PACKAGE);
    }

    static FieldCardinalityChanged wireJson() {
        return new FieldCardinalityChanged(
                "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY",
                "Fields change their cardinality only to one that is encoded alike, in binary and in JSON.",
                "peers with the other cardinality lose values or refuse its JSON",
                Strictness.WIRE_JSON,
                Category.WIRE_JSON,
                Category.CSR);
    }

    static FieldCardinalityChanged wire() {
        return new FieldCardinalityChanged(
                "FIELD_WIRE_COMPATIBLE_CARDINALITY",
                "Fields change their cardinality only to one that is encoded alike.",
                "peers with the other cardinality lose values",
                Strictness.WIRE,
                Category.WIRE);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        Cardinality before = Cardinality.of(old);
        Cardinality after = Cardinality.of(now);
        if (before != after
                && group(before) != group(after)
                && !isInMapEntries(old, now)
                && !(findings.acceptsSameShape() && isReadAsLast(old, now))) {
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    FieldWords.subject(old),
                    before.words() + " -> " + after.words(),
                    FieldWords.describe(old) + " changed from " + before.words() + " to " + after.words());
        }
    }

    private Cardinality group(Cardinality cardinality) {
        return switch (strictness) {
            case ANY -> cardinality;
            case WIRE_JSON -> cardinality.wireJsonGroup();
            case WIRE -> cardinality.wireGroup();
        };
    }

    /** Whether readers of a single string take the last of many on the wire (protobuf.dev, Updating A Message Type). */
    private boolean isReadAsLast(Field old, Field now) {
        return strictness == Strictness.WIRE
                && !old.isRequired()
                && !now.isRequired()
                && old.type() == now.type()
                && (old.type() == FieldType.STRING || old.type() == FieldType.BYTES);
    }

    /** The key and the value of a map behave alike whatever presence they inherit. */
    private static boolean isInMapEntries(Field old, Field now) {
        return old.containingMessage().isMapEntry() && now.containingMessage().isMapEntry();
    }
}
