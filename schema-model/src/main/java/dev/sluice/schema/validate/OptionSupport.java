package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import org.jspecify.annotations.Nullable;

/**
 * The editions in which an option, or one of its values, can be used (descriptor.proto, FieldOptions.FeatureSupport).
 *
 * @param introduced the number of the first edition
 * @param removed the number of the first edition that does not have it any more
 * @param removalError what to do instead, or empty
 */
record OptionSupport(int introduced, int removed, String removalError) {
    private static final int EDITION_INTRODUCED = 1;
    private static final int EDITION_REMOVED = 4;
    private static final int REMOVAL_ERROR = 5;

    /** Reads the feature support among the options of an option's field or enum value; it is in all where unsaid. */
    static OptionSupport read(Options options, int fieldNumber) {
        int introduced = 0;
        int removed = Integer.MAX_VALUE;
        String removalError = "";
        for (byte[] encoded : options.lengthDelimited(fieldNumber)) {
            WireReader reader = new WireReader(encoded);
            while (reader.nextTag()) {
                if (reader.fieldNumber() == EDITION_INTRODUCED && reader.wireType() == WireType.VARINT) {
                    introduced = (int) reader.varint();
                } else if (reader.fieldNumber() == EDITION_REMOVED && reader.wireType() == WireType.VARINT) {
                    removed = (int) reader.varint();
                } else if (reader.fieldNumber() == REMOVAL_ERROR && reader.wireType() == WireType.LENGTH_DELIMITED) {
                    removalError = reader.string();
                } else {
                    reader.skip();
                }
            }
        }
        return new OptionSupport(introduced, removed, removalError);
    }

    /** Why the option or value cannot be used in an edition, or null where it can. */
    @Nullable
    String objection(Element used, Edition edition) {
        String name = "\"" + used.fullName() + "\"";
        if (edition.number() < introduced) {
            return name + " comes with edition " + text(introduced) + " and cannot be used in " + describe(edition);
        }
        if (edition.number() >= removed) {
            return name + " was removed in edition " + text(removed) + (removalError.isEmpty() ? "" : ": ")
                    + removalError;
        }
        return null;
    }

    private static String describe(Edition edition) {
        return (edition.isEdition() ? "edition " : "") + edition.text();
    }

    private static String text(int number) {
        for (Edition edition : Edition.values()) {
            if (edition.number() == number) {
                return edition.text();
            }
        }
        return Integer.toString(number);
    }
}
