package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.AnyProto;
import com.google.protobuf.ApiProto;
import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.TypeProto;
import com.google.protobuf.WrappersProto;
import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas in protobuf-java against the descriptors that protoc made of them, which its classes carry. */
final class WellKnownSchemasTest {
    static Stream<FileDescriptor> compiled() {
        return Stream.of(
                DescriptorProtos.getDescriptor(),
                AnyProto.getDescriptor(),
                ApiProto.getDescriptor(),
                StructProto.getDescriptor(),
                TimestampProto.getDescriptor(),
                TypeProto.getDescriptor(),
                WrappersProto.getDescriptor());
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void declarationsEqualThoseProtocSaw(FileDescriptor descriptor) throws IOException {
        FileDescriptorProto expected = descriptor.toProto();
        FileProto parsed = parse(expected.getName());
        assertThat(parsed.packageName()).isEqualTo(expected.getPackage());
        assertThat(parsed.dependencies()).isEqualTo(expected.getDependencyList());
        assertThat(lines(parsed)).isEqualTo(lines(expected));
    }

    private static FileProto parse(String name) throws IOException {
        try (InputStream in = WellKnownSchemas.open(name)) {
            Problems problems = new Problems();
            FileProto file =
                    ProtoParser.parse(name, in.readAllBytes(), problems, false).proto();
            assertThat(problems.sorted()).isEmpty();
            return file;
        }
    }

    private static List<String> lines(FileProto file) {
        List<String> lines = new ArrayList<>();
        file.messages().forEach(message -> add(lines, "", message));
        file.enums().forEach(type -> add(lines, "", type));
        return lines;
    }

    private static List<String> lines(FileDescriptorProto file) {
        List<String> lines = new ArrayList<>();
        file.getMessageTypeList().forEach(message -> add(lines, "", message));
        file.getEnumTypeList().forEach(type -> add(lines, "", type));
        return lines;
    }

    private static void add(List<String> lines, String prefix, MessageProto message) {
        String name = prefix + message.name();
        lines.add("message " + name);
        for (FieldProto field : message.fields()) {
            FieldType type = field.type();
            String typeName = field.typeName();
            String shown = type != null ? type.name() : typeName == null ? "" : simple(typeName);
            lines.add(name + "." + field.name() + " " + field.number() + " " + field.label() + " " + shown + " "
                    + field.oneofIndex() + " " + field.defaultValue());
        }
        message.oneofs().forEach(oneof -> lines.add(name + " oneof " + oneof.name()));
        message.extensionRanges().forEach(range -> lines.add(name + " ext " + range.start() + " " + range.end()));
        message.reservedRanges().forEach(range -> lines.add(name + " reserved " + range.start() + " " + range.end()));
        message.reservedNames().forEach(reserved -> lines.add(name + " reserved " + reserved));
        message.messages().forEach(nested -> add(lines, name + ".", nested));
        message.enums().forEach(nested -> add(lines, name + ".", nested));
    }

    private static void add(List<String> lines, String prefix, DescriptorProto message) {
        String name = prefix + message.getName();
        lines.add("message " + name);
        for (FieldDescriptorProto field : message.getFieldList()) {
            String label = field.getLabel().name().substring("LABEL_".length());
            String type = field.hasTypeName()
                    ? simple(field.getTypeName())
                    : field.getType().name().substring(5);
            lines.add(name + "." + field.getName() + " " + field.getNumber() + " " + label + " " + type + " "
                    + (field.hasOneofIndex() ? field.getOneofIndex() : -1) + " "
                    + (field.hasDefaultValue() ? field.getDefaultValue() : null));
        }
        message.getOneofDeclList().forEach(oneof -> lines.add(name + " oneof " + oneof.getName()));
        message.getExtensionRangeList()
                .forEach(range -> lines.add(name + " ext " + range.getStart() + " " + range.getEnd()));
        message.getReservedRangeList()
                .forEach(range -> lines.add(name + " reserved " + range.getStart() + " " + range.getEnd()));
        message.getReservedNameList().forEach(reserved -> lines.add(name + " reserved " + reserved));
        message.getNestedTypeList().forEach(nested -> add(lines, name + ".", nested));
        message.getEnumTypeList().forEach(nested -> add(lines, name + ".", nested));
    }

    private static void add(List<String> lines, String prefix, EnumProto type) {
        type.values().forEach(value -> lines.add(prefix + type.name() + "." + value.name() + " " + value.number()));
        type.reservedRanges()
                .forEach(range -> lines.add(prefix + type.name() + " " + range.start() + " " + range.end()));
    }

    private static void add(List<String> lines, String prefix, EnumDescriptorProto type) {
        type.getValueList()
                .forEach(value -> lines.add(prefix + type.getName() + "." + value.getName() + " " + value.getNumber()));
        type.getReservedRangeList()
                .forEach(range -> lines.add(prefix + type.getName() + " " + range.getStart() + " " + range.getEnd()));
    }

    private static String simple(String typeName) {
        return typeName.substring(typeName.lastIndexOf('.') + 1);
    }
}
