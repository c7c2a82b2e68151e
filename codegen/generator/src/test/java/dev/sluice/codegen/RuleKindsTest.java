package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Config;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.TypeRegistry;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.schema.model.SchemaSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated validation finds what protovalidate finds, in its order, with rules of every kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleKindsTest {
    private static final int RUNS = 60;

    private final SchemaSet rules = Schemas.read(Path.of("src/test/resources/constraints"));
    private List<Bound> all = List.of();
    private Validator protovalidate = ValidatorFactory.newBuilder().build();

    @BeforeAll
    void generate() {
        all = Bindings.of(rules).messages();
        TypeRegistry.Builder types = TypeRegistry.newBuilder();
        all.get(0).descriptor().getFile().getDependencies().forEach(file -> types.add(file.getMessageTypes()));
        ExtensionRegistry extensions = ExtensionRegistry.newInstance();
        for (FieldDescriptor extension : all.get(0).descriptor().getFile().getExtensions()) {
            extensions.add(extension);
        }
        protovalidate = ValidatorFactory.newBuilder()
                .withConfig(Config.newBuilder()
                        .setExtensionRegistry(extensions)
                        .setTypeRegistry(types.build())
                        .build())
                .build();
    }

    List<Bound> messages() {
        return all;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void violationsAreThoseOfProtovalidate(Bound bound) throws ValidationException {
        for (int goodness : new int[] {2, 6, 60}) {
            for (int seed = 0; seed < RUNS; seed++) {
                DynamicMessage message = new LikelyMessages(rules, seed, goodness).next(bound.descriptor());

                List<String> found =
                        Protovalidate.texts(bound.binding().parseFrom(message.toByteArray()).validate().stream()
                                .map(Protovalidate::of)
                                .toList());

                assertThat(found)
                        .as("seed %d, goodness %d: %s", seed, goodness, message)
                        .containsExactlyElementsOf(
                                Protovalidate.texts(protovalidate.validate(message).getViolations().stream()
                                        .map(violation -> violation.toProto())
                                        .toList()));
            }
        }
    }
}
