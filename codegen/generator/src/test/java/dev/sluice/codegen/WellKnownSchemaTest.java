package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.codegen.jsonschema.JsonSchemas;
import dev.sluice.schema.model.SchemaSet;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Schemas take the JSON form of protobuf's own messages, as protobuf-java writes and reads it, and no other. */
class WellKnownSchemaTest {
    private static final String PROTO = """
            syntax = "proto3";
            package known.v1;
            import "buf/validate/validate.proto";
            import "google/protobuf/any.proto";
            import "google/protobuf/duration.proto";
            import "google/protobuf/field_mask.proto";
            import "google/protobuf/struct.proto";
            import "google/protobuf/timestamp.proto";
            import "google/protobuf/wrappers.proto";
            message Known {
              google.protobuf.Timestamp at = 1;
              google.protobuf.Duration wait = 2;
              google.protobuf.FieldMask mask = 3;
              google.protobuf.Struct struct = 4;
              google.protobuf.Value value = 5;
              google.protobuf.ListValue list = 6;
              google.protobuf.Any any = 7;
              google.protobuf.StringValue text = 8 [(buf.validate.field).string.min_len = 2];
              google.protobuf.Int64Value number = 9;
              google.protobuf.BytesValue bytes = 10;
              google.protobuf.UInt32Value count = 11 [(buf.validate.field).uint32.lte = 7];
              google.protobuf.NullValue nothing = 12;
              repeated google.protobuf.Duration waits = 13;
            }
            """;

    @TempDir
    Path folder;

    private Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("{}", InputFormat.JSON);
    private Descriptor descriptor = com.google.protobuf.Empty.getDescriptor();

    @BeforeEach
    void read() {
        SchemaSet set = Schemas.of(folder, PROTO);
        String text = JsonSchemas.of(set).get(0).text();
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        descriptor = Objects.requireNonNull(Schemas.descriptors(set).get("test.proto"))
                .findMessageTypeByName("Known");
    }

    private String written(String json) throws InvalidProtocolBufferException {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptor);
        JsonFormat.parser().merge(json, message);
        return JsonFormat.printer().print(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"at\":\"2026-01-02T03:04:05.678901234Z\"}",
                "{\"at\":\"0001-01-01T00:00:00Z\"}",
                "{\"wait\":\"-315576000000s\",\"waits\":[\"0s\",\"1.000000001s\"]}",
                "{\"mask\":\"a,bC.d\"}",
                "{\"mask\":\"\"}",
                "{\"struct\":{\"a\":[1,null]},\"value\":[true],\"list\":[{},\"x\"]}",
                "{\"text\":\"ab\",\"number\":\"-9223372036854775808\",\"bytes\":\"AP+/\",\"count\":7}"
            })
    void whatProtobufWritesIsTaken(String json) throws InvalidProtocolBufferException {
        assertThat(schema.validate(written(json), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\":5}",
                "{\"at\":\"2026-01-02\"}",
                "{\"wait\":\"1\"}",
                "{\"wait\":{}}",
                "{\"struct\":[]}",
                "{\"list\":{}}",
                "{\"any\":{\"value\":1}}",
                "{\"number\":true}",
                "{\"bytes\":\"?\"}"
            })
    void whatProtobufRefusesIsRefused(String json) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> written(json))
                .isInstanceOf(InvalidProtocolBufferException.class);
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
    }

    @Test
    void rulesOfWrappersAreSaid() {
        assertThat(schema.validate("{\"text\":\"a\"}", InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate("{\"count\":8}", InputFormat.JSON)).isNotEmpty();
    }
}
