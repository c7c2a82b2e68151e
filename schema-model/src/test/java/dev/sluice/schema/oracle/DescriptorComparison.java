package dev.sluice.schema.oracle;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.wire.WireReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares our descriptors with protoc's, file by file. */
final class DescriptorComparison {
    private DescriptorComparison() {}

    /**
     * The files that differ, with the first difference.
     *
     * @param content what our descriptors are written with
     */
    static Map<String, String> differences(byte[] protocsSet, SchemaSet ours, DescriptorContent content)
            throws IOException {
        Map<String, String> differences = new TreeMap<>();
        WireReader reader = new WireReader(protocsSet);
        while (reader.nextTag()) {
            byte[] expected = reader.bytes();
            String path = nameOf(expected);
            Optional<SchemaFile> file = ours.file(path);
            if (file.isEmpty()) {
                differences.put(path, "is missing from our set");
                continue;
            }
            byte[] actual = DescriptorSetWriter.encode(file.get(), content);
            if (!Arrays.equals(expected, actual)) {
                FileDescriptorProto theirs = parse(expected);
                FileDescriptorProto own = parse(actual);
                if (!theirs.equals(own)) {
                    differences.put(path, firstDifference(theirs, own));
                }
            }
        }
        return differences;
    }

    private static String nameOf(byte[] descriptor) {
        WireReader reader = new WireReader(descriptor);
        while (reader.nextTag()) {
            if (reader.fieldNumber() == 1) {
                return reader.string();
            }
            reader.skip();
        }
        return "";
    }

    /** Parsed without extensions, so that custom options are compared as the bytes they are. */
    private static FileDescriptorProto parse(byte[] descriptor) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(descriptor);
        in.setRecursionLimit(1000);
        try {
            return FileDescriptorProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("not a descriptor", e);
        }
    }

    private static String firstDifference(FileDescriptorProto theirs, FileDescriptorProto own) {
        String[] expected = TextFormat.printer().printToString(theirs).split("\n");
        String[] actual = TextFormat.printer().printToString(own).split("\n");
        for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
            String left = i < expected.length ? expected[i] : "(end)";
            String right = i < actual.length ? actual[i] : "(end)";
            if (!left.equals(right)) {
                return "line " + i + ": protoc <" + context(expected, i) + "> ours <" + context(actual, i) + ">";
            }
        }
        return "equal as text, not as message";
    }

    private static String context(String[] lines, int at) {
        StringBuilder context = new StringBuilder();
        for (int i = Math.max(0, at - 3); i < Math.min(lines.length, at + 3); i++) {
            context.append(lines[i].trim()).append(" | ");
        }
        return context.toString();
    }
}
