package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.runtime.JsonDefaults;
import dev.sluice.runtime.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random messages go through the generated code and protobuf-java and come out equal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    private static final int RUNS = 60;

    private List<Bound> all = List.of();

    @BeforeAll
    void generate() {
        all = Stream.of(Schemas.contract(), Schemas.shapes())
                .flatMap(set -> Bindings.of(set).messages().stream())
                .toList();
    }

    List<Bound> messages() {
        return all;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void bytesComeBackEqual(Bound bound) throws InvalidProtocolBufferException {
        for (int seed = 0; seed < RUNS; seed++) {
            DynamicMessage expected = new RandomMessages(seed, true).next(bound.descriptor());

            Message read = bound.binding().parseFrom(expected.toByteArray());
            byte[] written = read.toByteArray();

            DynamicMessage again = DynamicMessage.parseFrom(bound.descriptor(), written);
            assertThat(differences(again, expected)).as("seed %d", seed).isEmpty();
            assertThat(again).as("seed %d", seed).isEqualTo(expected);
            assertThat(bound.binding().parseFrom(written)).isEqualTo(read).hasSameHashCodeAs(read);
        }
    }

    /** The top-level fields that differ, so that a failure is short. */
    private static List<String> differences(DynamicMessage actual, DynamicMessage expected) {
        return expected.getDescriptorForType().getFields().stream()
                .filter(field -> !actual.getField(field).equals(expected.getField(field)) && !field.isMapField())
                .map(field -> field.getName() + ": " + actual.getField(field) + " for " + expected.getField(field))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void jsonIsWhatJsonFormatReads(Bound bound) throws InvalidProtocolBufferException {
        for (int seed = 0; seed < RUNS; seed++) {
            DynamicMessage expected = new RandomMessages(seed, false).next(bound.descriptor());
            Message read = bound.binding().parseFrom(expected.toByteArray());
            for (JsonDefaults defaults : JsonDefaults.values()) {
                DynamicMessage.Builder again = DynamicMessage.newBuilder(bound.descriptor());

                String json = read.toJson(defaults);
                JsonFormat.parser().merge(json, again);

                assertThat(again.build()).as("seed %d: %s", seed, json).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void jsonOfJsonFormatIsRead(Bound bound) throws InvalidProtocolBufferException {
        List<JsonFormat.Printer> printers = List.of(
                JsonFormat.printer(),
                JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence(),
                JsonFormat.printer().preservingProtoFieldNames().printingEnumsAsInts());
        for (int seed = 0; seed < RUNS; seed++) {
            DynamicMessage expected = new RandomMessages(seed, false).next(bound.descriptor());
            for (JsonFormat.Printer printer : printers) {
                String json = printer.print(expected);

                Message read = bound.binding().fromJson(json);

                assertThat(DynamicMessage.parseFrom(bound.descriptor(), read.toByteArray()))
                        .as("seed %d: %s", seed, json)
                        .isEqualTo(expected);
                assertThat(bound.binding().fromJson(read.toJson())).isEqualTo(read);
            }
        }
    }
}
