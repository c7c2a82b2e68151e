package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.interop.protovalidate.ProtovalidateFallback;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.UndecidedRuleException;
import dev.sluice.runtime.Violation;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints that do not compile are told, and checked by protovalidate's runtime. */
class UncompiledRulesTest {
    private static final GeneratorOptions ALLOWED = new GeneratorOptions(true, true);
    private static final String SCHEMA = """
            syntax = "proto3";
            package shop.v1;
            import "buf/validate/validate.proto";
            message Order {
              string size = 1;
              int32 count = 2 [(buf.validate.field).int32.gt = 0];
              map<string, Line> lines = 3;
              repeated uint64 totals = 4 [(buf.validate.field).repeated.items.uint64.lt = 100];
              message Line {
                int32 price = 1 [(buf.validate.field).cel = {
                  id: "line.price"
                  message: "the price is not one of the list"
                  expression: "this in {1: 'low', 5: 'high'}"
                }];
              }
              option (buf.validate.message).cel = {
                id: "order.size"
                message: "too many for the size"
                expression: "this.count <= {'small': 10, 'large': 100}[this.size]"
              };
            }
            """;

    @TempDir
    private Path folder;

    private SchemaSet set;

    @BeforeEach
    void read() {
        set = Schemas.of(folder, SCHEMA);
    }

    @Test
    void withoutLeaveTheyAreRefusedAtTheirPositions() {
        assertThatThrownBy(() -> Generator.generate(set, GeneratorOptions.DEFAULTS))
                .isInstanceOfSatisfying(
                        GenerationException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "test.proto:4:1: error: constraint order.size of shop.v1.Order cannot be generated, because it"
                                                + " makes a map; write it another way, or allow uncompiled rules, which"
                                                + " ProtovalidateFallback of sluice-protovalidate checks",
                                        "test.proto:10:5: error: constraint line.price of shop.v1.Order.Line.price cannot be generated,"
                                                + " because it makes a map; write it another way, or allow uncompiled rules,"
                                                + " which ProtovalidateFallback of sluice-protovalidate checks"));
    }

    @Test
    void withLeaveTheGeneratorSaysWhichAreNotChecked() {
        List<String> told = new ArrayList<>();
        List<GeneratedFile> files =
                Generator.generate(set, ALLOWED, problem -> told.add(problem.line() + ": " + problem.message()));

        assertThat(told)
                .containsExactly(
                        "4: constraint order.size of shop.v1.Order is not checked by validate(), because it"
                                + " makes a map; ProtovalidateFallback of sluice-protovalidate checks it",
                        "10: constraint line.price of shop.v1.Order.Line.price is not checked by validate(),"
                                + " because it makes a map; ProtovalidateFallback of sluice-protovalidate checks it");
        assertThat(files.stream().map(GeneratedFile::text))
                .anySatisfy(text -> assertThat(text)
                        .contains("<li>shop.v1.Order: order.size, because it makes a map")
                        .contains("<li>shop.v1.Order.Line.price: line.price, because it makes a map"));
    }

    @Test
    void theFallbackChecksAllConstraints() {
        Bound order = Bindings.of(set, ALLOWED).message("shop.v1.Order");
        ProtovalidateFallback fallback = ProtovalidateFallback.of(DescriptorSets.of(set));
        Message message = order.binding()
                .fromJson(
                        "{\"size\":\"small\",\"count\":11,\"lines\":{\"a\":{\"price\":2}},\"totals\":[\"99\",\"100\"]}");

        assertThat(message.validate())
                .extracting(Violation::toString)
                .containsExactly("totals[1]: must be less than 100 [uint64.lt]");
        assertThat(fallback.validate(message))
                .extracting(Violation::toString)
                .containsExactly(
                        "too many for the size [order.size]",
                        "lines[\"a\"].price: the price is not one of the list [line.price]",
                        "totals[1]: must be less than 100 [uint64.lt]");
        assertThat(fallback.validate(order.binding().fromJson("{\"size\":\"large\",\"count\":11}")))
                .isEmpty();
        Message undecided = order.binding().fromJson("{\"size\":\"medium\",\"count\":11}");
        assertThatThrownBy(() -> fallback.validate(undecided)).isInstanceOf(UndecidedRuleException.class);
    }

    @Test
    void theFallbackFindsWhatCompiledConstraintsFind() {
        SchemaSet contract = Schemas.contract();
        ProtovalidateFallback fallback = ProtovalidateFallback.of(DescriptorSets.of(contract));
        int violations = 0;
        for (Bound bound : Bindings.of(contract).messages()) {
            for (int seed = 0; seed < 10; seed++) {
                DynamicMessage random = new LikelyMessages(contract, seed, 10).next(bound.descriptor());
                Message message = bound.binding().parseFrom(random.toByteArray());

                List<String> found = texts(fallback.validate(message));

                assertThat(found).as("%s, seed %d", bound, seed).containsExactlyElementsOf(texts(message.validate()));
                violations += found.size();
            }
        }
        assertThat(violations).isPositive();
    }

    private static List<String> texts(List<Violation> violations) {
        return Protovalidate.texts(violations.stream().map(Protovalidate::of).toList());
    }
}
