package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.List;

/** Enum values are not deleted, or not without reserving what they leave behind. */
final class EnumValueDeleted extends EnumNumberRule {
    private final Reservation excuse;

    private EnumValueDeleted(
            String id, String purpose, String harm, String advice, Reservation excuse, Category... categories) {
        super(id, purpose, harm, advice, categories);
        this.excuse = excuse;
    }

    static EnumValueDeleted atAll() {
        return new EnumValueDeleted(
                "ENUM_VALUE_NO_DELETE",
                "Enum values are not deleted.",
                "readers do not know what an old writer means by it, and source code that names it does not compile",
                "Mark it deprecated and keep it.",
                Reservation.NONE,
                Category.FILE,
                Category.PACKAGE,
                Category.CSR);
    }

    static EnumValueDeleted unlessNameReserved() {
        return new EnumValueDeleted(
                "ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED",
                "Enum values are not deleted without reserving their names.",
                "a later value may take the name, and JSON readers then misread old data",
                "Reserve every name it had.",
                Reservation.NAME,
                Category.WIRE_JSON,
                Category.CSR);
    }

    static EnumValueDeleted unlessNumberReserved() {
        return new EnumValueDeleted(
                "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED",
                "Enum values are not deleted without reserving their number.",
                "a later value may take the number, and readers then misread old data",
                "Reserve the number.",
                Reservation.NUMBER,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void check(List<EnumValue> olds, List<EnumValue> news, EnumType now, Findings findings) {
        if (news.isEmpty() && !excuse.coversValues(olds, now)) {
            EnumValue old = olds.get(0);
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    old.type().fullName() + "/" + old.number(),
                    "",
                    "value " + old.number() + " \"" + old.name() + "\" of enum " + now.name() + " was deleted"
                            + excuse.lackOf());
        }
    }
}
