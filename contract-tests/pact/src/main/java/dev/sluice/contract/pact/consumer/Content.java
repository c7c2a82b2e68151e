package dev.sluice.contract.pact.consumer;

import build.buf.validate.Violation;
import com.google.protobuf.DynamicMessage;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.derive.Example;
import dev.sluice.contract.pact.derive.MatchingRules;
import dev.sluice.contract.pact.derive.PrintedFields;
import dev.sluice.contract.pact.derive.Rule;
import dev.sluice.contract.pact.derive.ViolationText;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.schema.MessageSchema;
import dev.sluice.contract.pact.schema.SchemaProblemsException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A body derived: an example that the schema accepts, and its matching rules.
 *
 * @param message the full name of its message
 * @param example the proto3 JSON
 * @param rules by Pact path; none where the example is meant word for word
 */
record Content(String message, Json.Obj example, Map<String, List<Rule>> rules) {

    /**
     * Derives it.
     *
     * @param requireValid whether the example has to keep every constraint; not so for a request that is meant to be refused
     * @throws SchemaProblemsException if the example breaks the schema or names a field that the schema does not have
     */
    static Content of(Body body, ContractSchema schema, boolean requireValid) {
        MessageSchema message = messageOf(body.origin(), schema);
        Set<String> wanted = new LinkedHashSet<>(body.only());
        DynamicMessage example;
        Json.Obj json;
        if (body.origin() instanceof Body.Given given) {
            json = merged(message, JsonValues.of(given.message()), body.given());
            example = message.fromJson(json);
        } else {
            example = Example.of(message, body.given());
            json = MessageSchema.toJson(example);
            if (wanted.isEmpty()) {
                wanted.addAll(PrintedFields.of(message));
                wanted.addAll(body.given().keySet());
                wanted.addAll(body.exact());
            }
        }
        List<Violation> broken = requireValid ? MessageSchema.violations(example) : List.of();
        if (!broken.isEmpty()) {
            throw new SchemaProblemsException(
                    "the example breaks constraints of " + message.fullName(),
                    broken.stream().map(ViolationText::of).toList());
        }
        List<String> absent = new ArrayList<>();
        FieldSelection selection = new FieldSelection(message.descriptor());
        for (String field : body.exact()) {
            selection.check(json, field, absent);
        }
        for (String field : body.only()) {
            selection.check(json, field, absent);
        }
        if (!absent.isEmpty()) {
            throw new SchemaProblemsException("fields that the example of " + message.fullName() + " lacks", absent);
        }
        if (!body.isLiteral() && !(body.origin() instanceof Body.Given && wanted.isEmpty())) {
            json = selection.narrow(json, wanted);
        }
        return new Content(
                message.fullName(),
                json,
                body.isLiteral() ? Map.of() : MatchingRules.of(message, json, schemaNames(selection, body.exact())));
    }

    private static Set<String> schemaNames(FieldSelection selection, Set<String> fields) {
        Set<String> names = new LinkedHashSet<>();
        fields.forEach(field -> names.add(selection.schemaName(field)));
        return names;
    }

    private static MessageSchema messageOf(Body.Origin origin, ContractSchema schema) {
        if (origin instanceof Body.Given given) {
            return schema.message(given.message().getClass());
        }
        return origin instanceof Body.Binding binding
                ? schema.message(binding.type())
                : schema.message(((Body.Named) origin).fullName());
    }

    private static Json.Obj merged(MessageSchema message, Json.Obj json, Map<String, Json> given) {
        Json.Obj merged = json;
        FieldSelection selection = new FieldSelection(message.descriptor());
        for (Map.Entry<String, Json> value : given.entrySet()) {
            merged = selection.with(merged, value.getKey(), value.getValue());
        }
        return merged;
    }
}
