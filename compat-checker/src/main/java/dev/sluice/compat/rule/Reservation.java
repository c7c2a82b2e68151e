package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.List;

/** What of a deleted field or enum value must be reserved to excuse the deletion. */
enum Reservation {
    /** Nothing excuses it. */
    NONE(""),
    NAME(" without reserving its name"),
    NUMBER(" without reserving its number");

    private final String lackOf;

    Reservation(String lackOf) {
        this.lackOf = lackOf;
    }

    /** What to add to "was deleted". */
    String lackOf() {
        return lackOf;
    }

    boolean coversField(Field old, MessageType now) {
        return switch (this) {
            case NONE -> false;
            case NAME -> now.reservedNames().contains(old.name());
            case NUMBER -> isInside(old.number(), now.reservedRanges(), 1);
        };
    }

    /** Whether all aliases of a deleted number are covered. */
    boolean coversValues(List<EnumValue> olds, EnumType now) {
        return switch (this) {
            case NONE -> false;
            case NAME -> allNamesReserved(olds, now);
            case NUMBER -> isInside(olds.get(0).number(), now.reservedRanges(), 0);
        };
    }

    private static boolean allNamesReserved(List<EnumValue> olds, EnumType now) {
        for (EnumValue old : olds) {
            if (!now.reservedNames().contains(old.name())) {
                return false;
            }
        }
        return true;
    }

    /** @param endOffset what to take off the ends of {@code ranges} to make them inclusive: 1 or 0 */
    private static boolean isInside(int number, List<NumberRange> ranges, int endOffset) {
        for (NumberRange range : ranges) {
            if (range.start() <= number && number <= range.end() - endOffset) {
                return true;
            }
        }
        return false;
    }
}
