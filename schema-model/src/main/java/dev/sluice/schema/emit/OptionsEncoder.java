package dev.sluice.schema.emit;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.option.RetainedOptions;
import dev.sluice.schema.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** Writes the options of elements. */
final class OptionsEncoder {
    private final @Nullable RetainedOptions retained;

    /** @param retained what leaves out options for the source only, or null where all are written */
    OptionsEncoder(@Nullable RetainedOptions retained) {
        this.retained = retained;
    }

    void encode(int fieldNumber, Element element, WireWriter writer) {
        Options options = retained == null ? element.options() : retained.of(element);
        if (options.isPresent()) {
            writer.bytes(fieldNumber, options.encoded());
        }
    }
}
