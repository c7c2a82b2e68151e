package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.codegen.Compiled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Classes of a schema and those that generated code adds have names, and files on any disk, of their own. */
class JsonClassNamesTest {

    private static Set<String> classes(String schema) {
        return Compiled.of(JsonBindings.of(Map.of("order.json", schema.getBytes(StandardCharsets.UTF_8)), "shop"))
                .classNames();
    }

    @Test
    void definitionsGiveWayToTheClassesThatEachClassHasWithin() {
        assertThat(classes("""
                        {"type": "object", "properties": {"b": {"$ref": "#/$defs/BUILDER"}}, "$defs": {
                          "BUILDER": {"type": "object", "properties": {"a": true}},
                          "UNKNOWN": {"enum": ["a"]},
                          "Known": {"enum": ["b"]}}}"""))
                .containsExactlyInAnyOrder(
                        "shop.Order",
                        "shop.Order$Builder",
                        "shop.Order$BUILDER_",
                        "shop.Order$BUILDER_$Builder",
                        "shop.Order$Known_",
                        "shop.Order$Known_$Known",
                        "shop.Order$UNKNOWN_",
                        "shop.Order$UNKNOWN_$Known");
    }

    @Test
    void casesDifferInMoreThanCase() {
        assertThat(classes("""
                        {"oneOf": [
                          {"type": "object", "properties": {"t": {"const": "eBook"}}, "required": ["t"], "title": "First"},
                          {"type": "object", "properties": {"t": {"const": "EBOOK"}}, "required": ["t"], "title": "Second"},
                          {"type": "object", "properties": {"t": {"const": "un-known"}}, "required": ["t"], "title": "Third"}]}"""))
                .contains(
                        "shop.Order$EBookCase",
                        "shop.Order$EBOOK2Case",
                        "shop.Order$Unknown",
                        "shop.Order$UnKnownCase");
    }

    @Test
    void casesHaveTheMembersAroundThemWhereAMemberTellsThemApart() {
        assertThat(classes("""
                        {"type": "object", "properties": {"id": {"type": "string"}, "kind": {"type": "string"}}, "required": ["id"],
                         "oneOf": [
                          {"properties": {"kind": {"const": "opened"}, "by": {"type": "string"}}, "required": ["kind"]},
                          {"properties": {"kind": {"const": "closed"}}, "required": ["kind"]}]}"""))
                .containsExactlyInAnyOrder(
                        "shop.Order",
                        "shop.Order$OpenedCase",
                        "shop.Order$ClosedCase",
                        "shop.Order$Unknown",
                        "shop.Order$Opened",
                        "shop.Order$Opened$Builder",
                        "shop.Order$Closed",
                        "shop.Order$Closed$Builder");
    }
}
