package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.DynamicMessage;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.schema.model.SchemaSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated validation finds what protovalidate finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidationTest {
    private static final int RUNS = 40;

    private final Validator protovalidate = ValidatorFactory.newBuilder().build();
    private final SchemaSet contract = Schemas.contract();
    private List<Bound> all = List.of();

    @BeforeAll
    void generate() {
        all = Bindings.of(contract).messages();
    }

    List<Bound> messages() {
        return all;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void violationsAreThoseOfProtovalidate(Bound bound) throws ValidationException {
        for (int goodness : new int[] {2, 10, 200}) {
            for (int seed = 0; seed < RUNS; seed++) {
                DynamicMessage message = new LikelyMessages(contract, seed, goodness).next(bound.descriptor());

                List<String> found =
                        Protovalidate.texts(bound.binding().parseFrom(message.toByteArray()).validate().stream()
                                .map(Protovalidate::of)
                                .toList());

                assertThat(found)
                        .as("seed %d, goodness %d: %s", seed, goodness, message)
                        .containsExactlyElementsOf(violations(protovalidate.validate(message)));
            }
        }
    }

    private static List<String> violations(ValidationResult result) {
        return Protovalidate.texts(result.getViolations().stream()
                .map(violation -> violation.toProto())
                .toList());
    }
}
