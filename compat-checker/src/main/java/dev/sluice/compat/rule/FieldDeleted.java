package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;

/** Fields are not deleted, or not without reserving what they leave behind. */
final class FieldDeleted extends DeletedFieldRule {
    private final Reservation excuse;

    private FieldDeleted(
            String id, String purpose, String harm, String advice, Reservation excuse, Category... categories) {
        super(id, purpose, harm, advice, categories);
        this.excuse = excuse;
    }

    static FieldDeleted atAll() {
        return new FieldDeleted(
                "FIELD_NO_DELETE",
                "Fields are not deleted.",
                "readers that still want it get nothing, and source code that names it does not compile",
                "Mark it deprecated and keep it.",
                Reservation.NONE,
                Category.FILE,
                Category.PACKAGE,
                Category.CSR);
    }

    static FieldDeleted unlessNameReserved() {
        return new FieldDeleted(
                "FIELD_NO_DELETE_UNLESS_NAME_RESERVED",
                "Fields are not deleted without reserving their name.",
                "a later field may take the name, and JSON readers then misread old data",
                "Reserve the name.",
                Reservation.NAME,
                Category.WIRE_JSON,
                Category.CSR);
    }

    static FieldDeleted unlessNumberReserved() {
        return new FieldDeleted(
                "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
                "Fields are not deleted without reserving their number.",
                "a later field may take the number, and readers then misread old data",
                "Reserve the number.",
                Reservation.NUMBER,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void check(Field old, MessageType now, Findings findings) {
        if (!excuse.coversField(old, now)) {
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    FieldWords.subject(old),
                    "",
                    FieldWords.describe(old) + " was deleted" + excuse.lackOf());
        }
    }
}
