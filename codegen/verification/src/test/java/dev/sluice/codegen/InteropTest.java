package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.interop.protobuf.ProtoConverter;
import dev.sluice.interop.protobuf.ProtoDescriptors;
import dev.sluice.runtime.MessageType;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random messages are the same in generated bindings and in protobuf-java, whichever they were made with. */
class InteropTest {
    private static final int RUNS = 30;

    @Test
    void messagesOfEveryShapeAreConvertedToDynamicMessagesAndBack() {
        for (SchemaSet set : List.of(Schemas.contract(), Schemas.shapes())) {
            for (Bound bound : Bindings.of(set).messages()) {
                for (int seed = 0; seed < RUNS; seed++) {
                    DynamicMessage theirs = new RandomMessages(seed, true).next(bound.descriptor());
                    areEqual(bound, theirs, seed);
                }
            }
        }
    }

    /** Files of googleapis whose classes, made by protoc, come with grpc-java. */
    @ParameterizedTest
    @ValueSource(strings = {"google/rpc", "google/type", "google/api", "google/longrunning", "google/logging/type"})
    void messagesAreConvertedToTheClassesThatProtocMadeAndBack(String folder)
            throws IOException, InvalidProtocolBufferException {
        int types = 0;
        for (Bound bound : Bindings.of(googleapis(folder), new GeneratorOptions(true, true))
                .messages()) {
            Message prototype = madeByProtoc(bound.descriptor());
            if (prototype == null || !RandomMessages.areThereAny(prototype.getDescriptorForType())) {
                continue;
            }
            types++;
            for (int seed = 0; seed < RUNS; seed++) {
                DynamicMessage random = new RandomMessages(seed, true).next(prototype.getDescriptorForType());
                areEqual(bound, prototype.getParserForType().parseFrom(random.toByteArray()), seed);
            }
        }
        System.out.println(folder + ": " + types + " types that protoc made classes of");
        assertThat(types).isPositive();
    }

    private static <P extends Message> void areEqual(Bound bound, P theirs, int seed) {
        MessageType<dev.sluice.runtime.Message> type = bound.binding().schemaType();
        ProtoConverter<dev.sluice.runtime.Message, P> converter = ProtoConverter.of(type, theirs);
        dev.sluice.runtime.Message ours = type.parseFrom(theirs.toByteArray());

        assertThat(converter.fromProto(theirs)).as("%s, seed %d", bound, seed).isEqualTo(ours);
        assertThat(converter.toProto(ours)).as("%s, seed %d", bound, seed).isEqualTo(theirs);
    }

    private static SchemaSet googleapis(String folder) throws IOException {
        Path root = Corpora.unpacked("googleapis").resolve("new");
        Path protobuf = Corpora.unpacked("protobuf-tests").resolve("src");
        FolderSource source = new FolderSource(root);
        List<String> paths = source.list().stream()
                .filter(path -> path.matches(folder + "/[^/]+"))
                .toList();
        assertThat(paths).isNotEmpty();
        ReadResult result = SchemaReader.withImports(List.of(root, protobuf)).read(source, paths);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    /** The default instance of the class that protoc made of a top-level message, or null where there is none. */
    private static @org.jspecify.annotations.Nullable Message madeByProtoc(Descriptor type) {
        try {
            Class<?> made = Class.forName(type.getFile().getOptions().getJavaPackage() + "." + type.getName());
            return (Message) made.getMethod("getDefaultInstance").invoke(null);
        } catch (ClassNotFoundException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getFullName(), e);
        }
    }

    @Test
    void extensionsArriveAsExtensionsWhereTheDescriptorsHaveThem() {
        SchemaSet set = Schemas.shapes();
        Bindings bindings = Bindings.of(set);
        ProtoDescriptors descriptors = DescriptorSets.of(set);
        for (String name : List.of("shapes.v1.Extended", "shapes.v1.ItemSet")) {
            MessageType<dev.sluice.runtime.Message> type =
                    bindings.message(name).binding().schemaType();
            ProtoConverter<dev.sluice.runtime.Message, DynamicMessage> converter = descriptors.converter(type);
            List<FieldDescriptor> extensions = descriptors.extensionsOf(type);
            assertThat(extensions).isNotEmpty();
            for (int seed = 0; seed < RUNS; seed++) {
                DynamicMessage theirs = extended(descriptors.of(type), extensions, seed);

                DynamicMessage back = converter.toProto(converter.fromProto(theirs));

                assertThat(back).as("%s, seed %d", name, seed).isEqualTo(theirs);
                assertThat(back.getAllFields().keySet())
                        .as("%s, seed %d", name, seed)
                        .containsAll(extensions);
                assertThat(descriptors.toProto(converter.fromProto(theirs))).isEqualTo(theirs);
            }
        }
    }

    @Test
    void aMessageWithoutARequiredFieldIsConvertedAsItIs() {
        Bound strict = Bindings.of(Schemas.shapes()).message("shapes.v1.Strict");
        ProtoConverter<dev.sluice.runtime.Message, DynamicMessage> converter = ProtoConverter.of(
                strict.binding().schemaType(), DynamicMessage.getDefaultInstance(strict.descriptor()));
        DynamicMessage partial = DynamicMessage.newBuilder(strict.descriptor())
                .setField(strict.descriptor().findFieldByName("text"), "x")
                .buildPartial();

        dev.sluice.runtime.Message ours = converter.fromProto(partial);

        assertThat(ours.missing()).isEqualTo("name");
        assertThat(converter.toProto(ours)).isEqualTo(partial);
    }

    /** A message with a value for each extension that there is of it. */
    private static DynamicMessage extended(Descriptor type, List<FieldDescriptor> extensions, int seed) {
        Random random = new Random(seed);
        RandomMessages messages = new RandomMessages(seed, true);
        DynamicMessage.Builder message = messages.next(type).toBuilder();
        for (FieldDescriptor extension : extensions) {
            if (extension.isRepeated()) {
                message.addRepeatedField(extension, value(extension, random, messages));
                message.addRepeatedField(extension, value(extension, random, messages));
            } else {
                message.setField(extension, value(extension, random, messages));
            }
        }
        return message.build();
    }

    private static Object value(FieldDescriptor extension, Random random, RandomMessages messages) {
        return switch (extension.getJavaType()) {
            case INT -> random.nextInt();
            case DOUBLE -> random.nextGaussian();
            case STRING -> "s" + random.nextInt();
            case ENUM -> extension.getEnumType().getValues().get(random.nextInt(2));
            case MESSAGE -> messages.next(extension.getMessageType());
            case LONG, FLOAT, BOOLEAN, BYTE_STRING -> throw new AssertionError(extension);
        };
    }
}
