package dev.sluice.schema.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of standard options says what descriptor.proto says. */
class PlainOptionsTest {
    @ParameterizedTest
    @EnumSource
    void everyOptionOfTheTableIsOneOfDescriptorProto(OptionsKind kind) {
        MessageType type = BuiltInDescriptor.set().message(kind.messageName()).orElseThrow();
        for (Map.Entry<String, PlainOptions.PlainOption> entry :
                PlainOptions.ofKind(kind).entrySet()) {
            PlainOptions.PlainOption plain = entry.getValue();
            assertThat(plain.name()).isEqualTo(entry.getKey());
            Field field = type.field(plain.name()).orElseThrow();
            assertThat(field.number()).as(plain.name()).isEqualTo(plain.number());
            assertThat(field.type()).as(plain.name()).isEqualTo(plain.type());
            assertThat(field.isRepeated()).as(plain.name()).isFalse();
            if (plain.type() == FieldType.ENUM) {
                List<EnumValue> values = field.enumType().orElseThrow().values();
                assertThat(values).extracting(EnumValue::name).isEqualTo(plain.values());
                for (int i = 0; i < values.size(); i++) {
                    assertThat(values.get(i).number()).isEqualTo(plain.firstValue() + i);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyBoolAndStringOfDescriptorProtoIsInTheTable(OptionsKind kind) {
        MessageType type = BuiltInDescriptor.set().message(kind.messageName()).orElseThrow();
        for (Field field : type.fields()) {
            if (field.type() == FieldType.BOOL || field.type() == FieldType.STRING) {
                assertThat(PlainOptions.ofKind(kind)).containsKey(field.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFeaturesOfEveryKindAreWhereItSays(OptionsKind kind) {
        MessageType type = BuiltInDescriptor.set().message(kind.messageName()).orElseThrow();

        assertThat(type.field("features").orElseThrow().number()).isEqualTo(kind.featuresNumber());
    }
}
