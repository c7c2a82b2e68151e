package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.runtime.Message;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random messages of real schemas go through generated code and protobuf-java and come out equal. Some files, chosen by a
 * seed, within a time; {@code -Dsluice.all=true} takes every file that protobuf-java can load.
 */
class CorpusRoundTripTest {
    private static final boolean ALL = Boolean.getBoolean("sluice.all");
    private static final long SEED = Long.getLong("sluice.seed", 20_261_126);
    private static final Duration ENOUGH = Duration.ofSeconds(25);
    private static final int LEAST = 5;

    /** Relative to the corpus: where imports start. */
    private static final List<String> ROOTS = List.of("src", "java/core/src/test/proto", "new");

    /** Its java_package is the unnamed package, from which no other can import: refused at its position. */
    private static final String UNNAMED = "google/protobuf/compiler/java/message_serialization_unittest.proto";

    @ParameterizedTest
    @CsvSource({"protobuf-tests, src", "protobuf-tests, java/core/src/test/proto", "googleapis, new"})
    void messagesOfRealSchemasComeBackEqual(String corpus, String root) throws IOException {
        Path unpacked = Corpora.unpacked(corpus);
        FolderSource source = new FolderSource(unpacked.resolve(root));
        SchemaReader reader = SchemaReader.withImports(
                ROOTS.stream().map(unpacked::resolve).filter(Files::isDirectory).toList());
        List<String> paths = new ArrayList<>(source.list());
        Collections.shuffle(paths, new Random(SEED));
        Instant end = Instant.now().plus(ENOUGH);
        int files = 0;
        int messages = 0;
        for (String path : paths) {
            if (!ALL && files >= LEAST && Instant.now().isAfter(end)) {
                break;
            }
            if (reader.read(source, List.of(path)) instanceof ReadResult.Read read) {
                int found = roundTrips(path, read.set());
                files += found > 0 ? 1 : 0;
                messages += found;
            }
        }
        System.out.println(corpus + "/" + root + ": " + messages + " types of " + files + " of " + paths.size()
                + " files, seed " + SEED);
        assertThat(files).isGreaterThanOrEqualTo(LEAST);
    }

    private static int roundTrips(String path, SchemaSet set) {
        if (path.equals(UNNAMED)
                || Stream.of("google.protobuf", "")
                        .anyMatch(set.file(path).orElseThrow().packageName()::equals)) {
            return 0;
        }
        Bindings bindings;
        try {
            bindings = Bindings.of(set, new GeneratorOptions(true, true));
        } catch (UnloadableException e) {
            return 0;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(path + ": " + e.getMessage(), e);
        }
        List<Bound> bounds = bindings.messages().stream()
                .filter(bound -> RandomMessages.areThereAny(bound.descriptor()))
                .toList();
        for (Bound bound : bounds) {
            for (int seed = 0; seed < 6; seed++) {
                try {
                    bytes(bound, seed);
                    json(bound, seed);
                } catch (InvalidProtocolBufferException | RuntimeException e) {
                    throw new AssertionError(path + ", " + bound + ", seed " + seed, e);
                }
            }
        }
        return bounds.size();
    }

    private static void bytes(Bound bound, int seed) throws InvalidProtocolBufferException {
        DynamicMessage first = new RandomMessages(seed, true).next(bound.descriptor());
        DynamicMessage second = new RandomMessages(seed + 1000, true).next(bound.descriptor());

        Message read = bound.binding().parseFrom(first.toByteArray());
        assertThat(DynamicMessage.parseFrom(bound.descriptor(), read.toByteArray()))
                .as("%s, seed %d", bound, seed)
                .isEqualTo(first);
        assertThat(read.unknownFields().toByteArray())
                .as("%s, seed %d", bound, seed)
                .isEqualTo(first.getUnknownFields().toByteArray());

        byte[] both = first.toByteString().concat(second.toByteString()).toByteArray();
        assertThat(DynamicMessage.parseFrom(
                        bound.descriptor(), bound.binding().parseFrom(both).toByteArray()))
                .as("%s, seeds %d and %d merged", bound, seed, seed + 1000)
                .isEqualTo(DynamicMessage.parseFrom(bound.descriptor(), both));
    }

    private static void json(Bound bound, int seed) throws InvalidProtocolBufferException {
        if (!haveJson(bound.descriptor(), new HashSet<>())) {
            return;
        }
        DynamicMessage expected = new RandomMessages(seed, false).next(bound.descriptor());
        Message read = bound.binding().parseFrom(expected.toByteArray());

        DynamicMessage.Builder again = DynamicMessage.newBuilder(bound.descriptor());
        JsonFormat.parser().merge(read.toJson(), again);
        assertThat(again.build()).as("%s, seed %d: %s", bound, seed, read).isEqualTo(expected);

        assertThat(bound.binding().fromJson(JsonFormat.printer().print(expected)))
                .as("%s, seed %d: %s", bound, seed, read)
                .isEqualTo(read);
    }

    /**
     * Whether no message within a type has two fields with one name in JSON, as old syntax allows, or one whose name
     * JsonFormat writes without the backslash that it needs.
     */
    static boolean haveJson(Descriptor type, Set<Descriptor> seen) {
        Set<String> names = new HashSet<>();
        return !seen.add(type)
                || type.getFields().stream()
                        .allMatch(field -> names.add(field.getJsonName())
                                && field.getJsonName().chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\')
                                && (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                                        || haveJson(field.getMessageType(), seen)));
    }
}
