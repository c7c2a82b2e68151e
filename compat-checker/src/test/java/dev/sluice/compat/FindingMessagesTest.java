package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Finding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages speak of what is written in the schema. */
class FindingMessagesTest {
    private static List<String> messages(String old, String now) throws IOException, UnknownRuleException {
        String head = "syntax = \"proto2\";\npackage shop.v1;\n";
        return Checks.verdict(InMemorySchemas.of("a.proto", head + old), InMemorySchemas.of("a.proto", head + now))
                .findings()
                .stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void theValueOfAMapIsNotAFieldOfAnEntry() throws IOException, UnknownRuleException {
        assertThat(messages(
                        "message Order { map<string, int32> counts = 7; }",
                        "message Order { map<string, int64> counts = 7; }"))
                .singleElement()
                .asString()
                .startsWith("the value of map 7 \"counts\" of Order changed type from int32 to int64; ");
    }

    @Test
    void anExtensionThatMovedIsNamedInFull() throws IOException, UnknownRuleException {
        assertThat(
                        messages(
                                "message Order { extensions 100; } extend Order { optional string note = 100; }",
                                "message Order { extensions 100; } message Notes { extend Order { optional string note = 100; } }"))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("extension 100 \"note\" of Order was renamed from \"shop.v1.note\" to"
                                + " \"shop.v1.Notes.note\"; "));
    }

    @Test
    void theLargestNumberIsCalledMax() throws IOException, UnknownRuleException {
        assertThat(messages("message Order { reserved 5 to max; }", "message Order { reserved 5 to 9; }"))
                .singleElement()
                .asString()
                .startsWith("Order no longer reserves numbers 10 to max; ");
        assertThat(messages("enum Kind { A = 0; reserved 5 to max; }", "enum Kind { A = 0; reserved 5 to 536870911; }"))
                .singleElement()
                .asString()
                .startsWith("enum Kind no longer reserves numbers 536870912 to max; ");
    }
}
