package dev.sluice.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DescriptorSetLoaderTest {
    private static final Path WELL_KNOWN =
            Path.of(System.getProperty("sluice.build"), "classes/dev/sluice/schema/wellknown");

    private static ReadResult load(byte[] set) {
        return new SchemaReader(List.of()).readDescriptorSet("set.binpb", set);
    }

    private static SchemaSet set(ReadResult result) {
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    private static byte[] wellKnown() throws IOException {
        SchemaSet read = set(new SchemaReader(List.of()).read(new FolderSource(WELL_KNOWN)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DescriptorSetWriter.write(read.files(), new DescriptorContent(true, true), out);
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenAndLoadedIsWrittenTheSame() throws IOException {
        byte[] written = wellKnown();
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        DescriptorSetWriter.write(set(load(written)).files(), new DescriptorContent(true, true), again);

        assertThat(again.toByteArray()).isEqualTo(written);
    }

    @Test
    void aTypeThatIsNowhereIsAProblem() {
        FileDescriptorSet set = FileDescriptorSet.newBuilder()
                .addFile(FileDescriptorProto.newBuilder()
                        .setName("a.proto")
                        .addMessageType(DescriptorProto.newBuilder()
                                .setName("M")
                                .addField(FieldDescriptorProto.newBuilder()
                                        .setName("f")
                                        .setNumber(1)
                                        .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                                        .setTypeName(".gone.Type"))))
                .build();

        ReadResult result = load(set.toByteArray());

        assertThat(result).isInstanceOf(ReadResult.Failed.class);
        assertThat(result.toString()).contains("a.proto: error: \"gone.Type\" is not defined");
    }

    @Test
    void aFileThatIsNoSetIsSaidToBeNone() {
        ReadResult result = load("syntax = \"proto3\";".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(result.toString()).contains("set.binpb: error: not a descriptor set");
    }

    @Test
    void anEmptyFileIsSaidToBeNone() {
        assertThat(load(new byte[0]).toString()).contains("not a descriptor set: there is no file in it");
    }

    @Test
    void damagedSetsGiveProblemsAndNeverAnotherException() throws IOException {
        byte[] whole = wellKnown();
        long seed = 20261123;
        Random random = new Random(seed);
        long end = System.nanoTime() + 5_000_000_000L;
        for (int round = 0; round < 400 && System.nanoTime() < end; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(4) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            ReadResult result = load(damaged);
            assertThat(result).as("seed %d, round %d", seed, round).isNotNull();
        }
    }
}
