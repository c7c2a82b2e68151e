package dev.sluice.schema.load;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads SourceCodeInfo. */
final class SourceInfoLoader {
    private static final int LOCATION = 1;
    private static final int PATH = 1;
    private static final int SPAN = 2;
    private static final int LEADING_COMMENTS = 3;
    private static final int TRAILING_COMMENTS = 4;
    private static final int LEADING_DETACHED_COMMENTS = 6;

    private SourceInfoLoader() {}

    static SourceInfo load(WireReader reader) {
        List<SourceInfo.Location> locations = new ArrayList<>();
        while (reader.nextTag()) {
            if (reader.fieldNumber() == LOCATION && reader.wireType() == WireType.LENGTH_DELIMITED) {
                locations.add(location(reader.message()));
            } else {
                reader.skip();
            }
        }
        return new SourceInfo(locations);
    }

    private static SourceInfo.Location location(WireReader reader) {
        int[] path = {};
        int[] span = {};
        String leading = null;
        String trailing = null;
        List<String> detached = new ArrayList<>(0);
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case PATH -> path = numbers(reader, path);
                case SPAN -> span = numbers(reader, span);
                case LEADING_COMMENTS -> leading = Fields.string(reader);
                case TRAILING_COMMENTS -> trailing = Fields.string(reader);
                case LEADING_DETACHED_COMMENTS -> detached.add(Fields.string(reader));
                default -> reader.skip();
            }
        }
        return new SourceInfo.Location(path, fourNumbers(span), leading, trailing, detached);
    }

    private static int[] numbers(WireReader reader, int[] before) {
        if (reader.wireType() == WireType.VARINT) {
            int[] numbers = Arrays.copyOf(before, before.length + 1);
            numbers[before.length] = (int) reader.varint();
            return numbers;
        }
        Fields.expect(reader, WireType.LENGTH_DELIMITED);
        WireReader packed = reader.message();
        int[] numbers = Arrays.copyOf(before, before.length + 8);
        int count = before.length;
        while (packed.hasMore()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = (int) packed.varint();
        }
        return Arrays.copyOf(numbers, count);
    }

    private static int[] fourNumbers(int[] span) {
        return switch (span.length) {
            case 3 -> new int[] {span[0], span[1], span[0], span[2]};
            case 4 -> span;
            default -> throw new MalformedDescriptorException("a source span has " + span.length + " numbers");
        };
    }
}
