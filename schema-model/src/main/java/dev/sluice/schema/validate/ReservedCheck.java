package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.MessageType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reserved ranges are in order and disjoint, from each other and from extension ranges; names are reserved once. */
final class ReservedCheck implements ElementCheck {
    @Override
    public void message(MessageType message, Context context) {
        List<NumberRange> ranges = message.reservedRanges();
        for (int i = 0; i < ranges.size(); i++) {
            NumberRange range = ranges.get(i);
            if (range.start() <= 0) {
                report(message, Part.MESSAGE_RESERVED_RANGE, i, "reserved numbers start at 1", context);
            } else if (range.end() <= range.start()) {
                report(message, Part.MESSAGE_RESERVED_RANGE, i, "a reserved range ends before it starts", context);
            }
            for (int j = 0; j < i; j++) {
                NumberRange other = ranges.get(j);
                if (Numbers.overlap(range.start(), range.end(), other.start(), other.end())) {
                    report(message, Part.MESSAGE_RESERVED_RANGE, i, overlap(range, other), context);
                }
            }
            for (ExtensionRange extensions : message.extensionRanges()) {
                if (Numbers.overlap(range.start(), range.end(), extensions.start(), extensions.end())) {
                    context.problems()
                            .report(
                                    extensions,
                                    "the extension range overlaps the reserved range "
                                            + Numbers.describe(range.start(), range.end()));
                }
            }
        }
        checkNames(message, message.reservedNames(), Part.MESSAGE_RESERVED_NAME, context);
    }

    @Override
    public void enumType(EnumType enumType, Context context) {
        List<NumberRange> ranges = enumType.reservedRanges();
        for (int i = 0; i < ranges.size(); i++) {
            NumberRange range = ranges.get(i);
            if (range.end() < range.start()) {
                report(enumType, Part.ENUM_RESERVED_RANGE, i, "a reserved range ends before it starts", context);
            }
            for (int j = 0; j < i; j++) {
                NumberRange other = ranges.get(j);
                if (range.start() <= other.end() && other.start() <= range.end()) {
                    report(
                            enumType,
                            Part.ENUM_RESERVED_RANGE,
                            i,
                            "the reserved range overlaps " + other.start() + " to " + other.end(),
                            context);
                }
            }
        }
        checkNames(enumType, enumType.reservedNames(), Part.ENUM_RESERVED_NAME, context);
    }

    private static String overlap(NumberRange range, NumberRange other) {
        return "the reserved range " + Numbers.describe(range.start(), range.end()) + " overlaps "
                + Numbers.describe(other.start(), other.end());
    }

    private static void checkNames(Element owner, List<String> names, int part, Context context) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                report(owner, part, i, "the name \"" + names.get(i) + "\" is reserved twice", context);
            }
        }
    }

    private static void report(Element owner, int part, int index, String problem, Context context) {
        context.problems().report(owner, problem, part, index);
    }
}
