package dev.sluice.contract.pact.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.schema.MessageSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleTest {
    private static final ContractSchema SHOP = ContractSchema.read(Path.of("src/test/resources/shop"));

    @Test
    void anExampleKeepsEveryConstraintThoseAcrossFieldsIncluded() {
        DynamicMessage order = Example.of(SHOP.message("shop.v1.Order"), Map.of());

        assertThat(MessageSchema.violations(order)).isEmpty();
        assertThat(MessageSchema.toJson(order).members())
                .containsKeys("id", "total", "status", "lines", "labels", "card", "placed", "within", "note", "weight")
                .doesNotContainKeys("nickname", "cash");
    }

    @Test
    void everyMessageOfTheContractHasAnExample() {
        ContractSchema schema = ContractSchema.read(Path.of(System.getProperty("sluice.root"), "schemas"));
        List<String> without = new ArrayList<>();
        int found = 0;

        for (String name : schema.messageNames()) {
            if (name.startsWith("sluice.")) {
                try {
                    found++;
                    assertThat(MessageSchema.violations(Example.of(schema.message(name), Map.of())))
                            .isEmpty();
                } catch (IllegalArgumentException none) {
                    without.add(name + ": " + none.getMessage());
                }
            }
        }

        assertThat(without).isEmpty();
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void givenValuesAreKeptAndTheRestFollowsThem() {
        DynamicMessage order = Example.of(
                SHOP.message("shop.v1.Order"),
                Map.of("total", Json.of("70"), "tax", Json.of(20), "cash", Json.of(true)));

        Json.Obj json = MessageSchema.toJson(order);
        assertThat(json.text("total")).hasValue("70");
        assertThat(json.whole("net")).hasValue(50L);
        assertThat(json.whole("tax")).hasValue(20L);
        assertThat(json.get("card")).isEmpty();
    }

    @Test
    void aGivenValueThatBreaksItsConstraintIsNamedWithTheRule() {
        assertThatThrownBy(() -> Example.of(SHOP.message("shop.v1.Order"), Map.of("percent", Json.of(101))))
                .hasMessageContaining("percent: ")
                .hasMessageContaining("[uint32.lte]");
    }

    @Test
    void allGivenValuesThatDoNotFitAreNamedAtOnce() {
        Map<String, Json> given = Map.of("percent", Json.of("many"), "no_such", Json.of(1), "lines.sku", Json.of("x"));

        assertThatThrownBy(() -> Example.of(SHOP.message("shop.v1.Order"), given))
                .hasMessageContaining("percent: ")
                .hasMessageContaining("has no field \"no_such\"")
                .hasMessageContaining("lines is no single message");
    }

    @Test
    void theSameMessageAlwaysHasTheSameExample() {
        MessageSchema order = SHOP.message("shop.v1.Order");

        assertThat(Example.of(order, Map.of())).isEqualTo(Example.of(order, Map.of()));
    }
}
