package dev.sluice.schema.load;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.MethodProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.ServiceProto;
import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a FileDescriptorProto and its services. */
final class FileLoader {
    private static final int NAME = 1;
    private static final int PACKAGE = 2;
    private static final int DEPENDENCY = 3;
    private static final int MESSAGE_TYPE = 4;
    private static final int ENUM_TYPE = 5;
    private static final int SERVICE = 6;
    private static final int EXTENSION = 7;
    private static final int OPTIONS = 8;
    private static final int SOURCE_CODE_INFO = 9;
    private static final int PUBLIC_DEPENDENCY = 10;
    private static final int WEAK_DEPENDENCY = 11;
    private static final int SYNTAX = 12;
    private static final int EDITION = 14;
    private static final int OPTION_DEPENDENCY = 15;

    /** Where Buf's images keep what they know of a file beyond the descriptor. */
    private static final int BUF_EXTENSION = 8042;

    private static final int BUF_IS_IMPORT = 1;

    private FileLoader() {}

    static LoadedFile load(WireReader reader) {
        String name = "";
        String packageName = null;
        List<String> dependencies = new ArrayList<>();
        List<Integer> publicDependencies = new ArrayList<>(0);
        List<Integer> weakDependencies = new ArrayList<>(0);
        List<String> optionDependencies = new ArrayList<>(0);
        List<MessageProto> messages = new ArrayList<>();
        List<EnumProto> enums = new ArrayList<>();
        List<ServiceProto> services = new ArrayList<>();
        List<FieldProto> extensions = new ArrayList<>(0);
        List<WireReader> sourceInfos = new ArrayList<>(1);
        OptionsProto options = null;
        String syntax = "proto2";
        int edition = 0;
        boolean imported = false;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case NAME -> name = Fields.string(reader);
                case PACKAGE -> packageName = Fields.string(reader);
                case DEPENDENCY -> dependencies.add(Fields.string(reader));
                case MESSAGE_TYPE -> messages.add(MessageLoader.message(Fields.message(reader), 0));
                case ENUM_TYPE -> enums.add(EnumLoader.load(Fields.message(reader)));
                case SERVICE -> services.add(service(Fields.message(reader)));
                case EXTENSION -> extensions.add(MessageLoader.field(Fields.message(reader)));
                case OPTIONS -> options = Fields.options(reader, options, FeatureField.FILE);
                case SOURCE_CODE_INFO -> sourceInfos.add(Fields.message(reader));
                case PUBLIC_DEPENDENCY -> indices(reader, publicDependencies);
                case WEAK_DEPENDENCY -> indices(reader, weakDependencies);
                case SYNTAX -> syntax = Fields.string(reader);
                case EDITION -> edition = Fields.int32(reader);
                case OPTION_DEPENDENCY -> optionDependencies.add(Fields.string(reader));
                case BUF_EXTENSION -> imported = isImport(Fields.message(reader));
                default -> reader.skip();
            }
        }
        if (name.isEmpty()) {
            throw new MalformedDescriptorException("a file has no name");
        }
        FileProto proto = new FileProto(
                name,
                packageName,
                dependencies,
                publicDependencies,
                weakDependencies,
                optionDependencies,
                messages,
                enums,
                services,
                extensions,
                options,
                edition(name, syntax, edition));
        return new LoadedFile(proto, imported, sourceInfos);
    }

    private static void indices(WireReader reader, List<Integer> indices) {
        if (reader.wireType() == WireType.VARINT) {
            indices.add((int) reader.varint());
            return;
        }
        WireReader packed = Fields.message(reader);
        while (packed.hasMore()) {
            indices.add((int) packed.varint());
        }
    }

    private static boolean isImport(WireReader reader) {
        boolean isImport = false;
        while (reader.nextTag()) {
            if (reader.fieldNumber() == BUF_IS_IMPORT && reader.wireType() == WireType.VARINT) {
                isImport = reader.varint() != 0;
            } else {
                reader.skip();
            }
        }
        return isImport;
    }

    private static Edition edition(String name, String syntax, int number) {
        if (syntax.equals("editions")) {
            for (Edition edition : Edition.values()) {
                if (edition.isEdition() && edition.number() == number) {
                    return edition;
                }
            }
            throw new MalformedDescriptorException("\"" + name + "\" has edition number " + number
                    + ", which is not known here (known: 2023, 2024 and 2026)");
        }
        return switch (syntax) {
            case "", "proto2" -> Edition.PROTO2;
            case "proto3" -> Edition.PROTO3;
            default -> throw new MalformedDescriptorException("\"" + name + "\" has unknown syntax \"" + syntax + "\"");
        };
    }

    private static ServiceProto service(WireReader reader) {
        String name = "";
        List<MethodProto> methods = new ArrayList<>();
        OptionsProto options = null;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> name = Fields.string(reader);
                case 2 -> methods.add(method(Fields.message(reader)));
                case 3 -> options = Fields.options(reader, options, FeatureField.SERVICE);
                default -> reader.skip();
            }
        }
        return new ServiceProto(name, methods, options);
    }

    private static MethodProto method(WireReader reader) {
        String name = "";
        String input = "";
        String output = "";
        @Nullable OptionsProto options = null;
        boolean clientStreaming = false;
        boolean serverStreaming = false;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> name = Fields.string(reader);
                case 2 -> input = Fields.string(reader);
                case 3 -> output = Fields.string(reader);
                case 4 -> options = Fields.options(reader, options, FeatureField.METHOD);
                case 5 -> clientStreaming = Fields.bool(reader);
                case 6 -> serverStreaming = Fields.bool(reader);
                default -> reader.skip();
            }
        }
        return new MethodProto(name, input, output, options, clientStreaming, serverStreaming);
    }
}
