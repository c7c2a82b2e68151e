package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.UninterpretedOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field while it is being parsed. */
final class FieldDraft {
    static final int NO_ONEOF = -1;

    final Span span;
    final int start;
    final @Nullable String extendee;
    final int oneofIndex;
    final List<UninterpretedOption> options = new ArrayList<>(0);

    @Nullable
    FieldLabel label;

    boolean proto3Optional;

    @Nullable
    FieldType type;

    @Nullable
    String typeName;

    String name = "";
    int number;

    @Nullable
    String defaultValue;

    @Nullable
    String jsonName;

    FieldDraft(Span span, int start, @Nullable String extendee, int oneofIndex) {
        this.span = span;
        this.start = start;
        this.extendee = extendee;
        this.oneofIndex = oneofIndex;
    }

    FieldProto build() {
        return new FieldProto(
                name,
                number,
                label == null ? FieldLabel.OPTIONAL : label,
                type,
                typeName,
                extendee,
                defaultValue,
                jsonName,
                oneofIndex,
                proto3Optional,
                OptionParser.of(options));
    }
}
