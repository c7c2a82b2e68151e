package dev.sluice.schema.emit;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.wire.WireWriter;

/** Writes SourceCodeInfo. */
final class SourceInfoEncoder {
    private SourceInfoEncoder() {}

    static WireWriter encode(SourceInfo info) {
        WireWriter writer = new WireWriter();
        for (SourceInfo.Location location : info.locations()) {
            writer.message(1, encode(location));
        }
        return writer;
    }

    private static WireWriter encode(SourceInfo.Location location) {
        WireWriter writer = new WireWriter();
        int[] path = location.path();
        if (path.length > 0) {
            writer.message(1, packed(path, path.length, -1));
        }
        int[] span = location.span();
        writer.message(2, span[0] == span[2] ? packed(span, 4, 2) : packed(span, 4, -1));
        if (location.leadingComments() != null) {
            writer.string(3, location.leadingComments());
        }
        if (location.trailingComments() != null) {
            writer.string(4, location.trailingComments());
        }
        for (String detached : location.detachedComments()) {
            writer.string(6, detached);
        }
        return writer;
    }

    private static WireWriter packed(int[] numbers, int count, int leftOut) {
        WireWriter writer = new WireWriter();
        for (int i = 0; i < count; i++) {
            if (i != leftOut) {
                writer.rawVarint(numbers[i]);
            }
        }
        return writer;
    }
}
