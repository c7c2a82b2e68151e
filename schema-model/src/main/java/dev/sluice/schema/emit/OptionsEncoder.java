package dev.sluice.schema.emit;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.wire.WireWriter;

/** Writes the options of elements. */
final class OptionsEncoder {
    private final DescriptorContent content;

    OptionsEncoder(DescriptorContent content) {
        this.content = content;
    }

    void encode(int fieldNumber, Element element, WireWriter writer) {
        Options options = element.options();
        if (options.isPresent()) {
            writer.bytes(fieldNumber, options.encoded());
        }
    }
}
