package dev.sluice.contract.pact.lint;

import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.file.PactInteraction;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.schema.MessageSchema;
import dev.sluice.contract.pact.verify.InteractionResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks Pact files against a schema. Immutable.
 *
 * <p>What a consumer sends is checked as a whole, every constraint of it, unless the response is a refusal. What it expects may be part of a
 * message: constraints on fields are checked on those that are there, rules across fields where every field that they mention is.
 */
public final class PactLint {
    private final ContractSchema schema;
    private final Optional<Set<String>> states;
    private final Optional<Set<String>> served;

    private PactLint(ContractSchema schema, Optional<Set<String>> states, Optional<Set<String>> served) {
        this.schema = schema;
        this.states = states;
        this.served = served;
    }

    /** Checks against this schema. */
    public static PactLint against(ContractSchema schema) {
        return new PactLint(schema, Optional.empty(), Optional.empty());
    }

    /** Checks too that each provider state is one of these, for which the provider has hooks. */
    public PactLint withStates(Collection<String> names) {
        return new PactLint(schema, Optional.of(Set.copyOf(names)), served);
    }

    /** Checks too that each interaction is among these results, by its consumer and its description. */
    public PactLint withResults(Collection<InteractionResult> results) {
        Set<String> keys = new HashSet<>();
        results.forEach(result -> keys.add(key(result.file(), result.description())));
        return new PactLint(schema, states, Optional.of(keys));
    }

    /** Everything that is wrong with a file, in the order of the file. */
    public List<LintFinding> check(PactFile file) {
        List<LintFinding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PactInteraction interaction : file.interactions()) {
            checkReferences(file, interaction, findings);
            checkBodies(file, interaction, findings);
            checkStates(file, interaction, findings);
            if (served.isPresent() && !served.get().contains(key(file, interaction.description()))) {
                findings.add(finding(
                        LintRule.NEVER_SERVED,
                        file,
                        interaction.way(),
                        "no verification has served \"" + interaction.description() + "\""));
            }
            if (!seen.add(interaction.description() + "\n" + interaction.states())) {
                findings.add(finding(
                        LintRule.DUPLICATE_INTERACTION,
                        file,
                        interaction.way(),
                        "another interaction is called \"" + interaction.description() + "\" in the same states"));
            }
        }
        return findings;
    }

    private static String key(PactFile file, String description) {
        return file.consumer() + "\n" + description;
    }

    private void checkReferences(PactFile file, PactInteraction interaction, List<LintFinding> findings) {
        for (Map.Entry<String, String> reference : interaction.references().entrySet()) {
            boolean isMethod = reference.getKey().equals("method");
            boolean known = isMethod
                    ? schema.hasMethod(reference.getValue())
                    : schema.find(reference.getValue()).isPresent();
            if (!known) {
                findings.add(finding(
                        LintRule.UNKNOWN_MESSAGE,
                        file,
                        longer(interaction.way(), "comments", "references", "proto", reference.getKey()),
                        "the schema has no " + (isMethod ? "method" : "message") + " \"" + reference.getValue()
                                + "\""));
            }
        }
    }

    private void checkBodies(PactFile file, PactInteraction interaction, List<LintFinding> findings) {
        for (PactInteraction.Body body : interaction.bodies()) {
            String name = interaction.references().getOrDefault(body.role(), "");
            if (name.isEmpty()) {
                findings.add(finding(
                        LintRule.NO_REFERENCE,
                        file,
                        body.way(),
                        "the " + body.role() + " of \"" + interaction.description()
                                + "\" names no message: comments.references.proto." + body.role() + " is missing"));
                continue;
            }
            Optional<MessageSchema> message = schema.find(name);
            if (message.isPresent()) {
                for (BodyFinding found :
                        new BodyCheck(message.get(), extent(interaction, body)).check(body.content())) {
                    List<Object> way = new ArrayList<>(body.way());
                    way.addAll(found.way());
                    findings.add(finding(found.rule(), file, way, found.message()));
                }
            }
        }
    }

    private static BodyExtent extent(PactInteraction interaction, PactInteraction.Body body) {
        if (!body.role().equals("request")) {
            return BodyExtent.PART;
        }
        return expectsRefusal(interaction) ? BodyExtent.SHAPE : BodyExtent.WHOLE;
    }

    /** Whether the request is meant to be refused, so that it may break constraints. */
    private static boolean expectsRefusal(PactInteraction interaction) {
        return interaction
                .json()
                .object("response")
                .flatMap(response -> response.whole("status"))
                .filter(status -> status >= 400)
                .isPresent();
    }

    private void checkStates(PactFile file, PactInteraction interaction, List<LintFinding> findings) {
        if (states.isEmpty()) {
            return;
        }
        List<String> names = interaction.states();
        for (int i = 0; i < names.size(); i++) {
            if (!states.get().contains(names.get(i))) {
                findings.add(finding(
                        LintRule.STATE_WITHOUT_HOOK,
                        file,
                        longer(interaction.way(), "providerStates", i, "name"),
                        "no hook brings about the provider state \"" + names.get(i) + "\""));
            }
        }
    }

    private static LintFinding finding(LintRule rule, PactFile file, List<Object> way, String message) {
        return new LintFinding(rule, file.problem(way, message));
    }

    private static List<Object> longer(List<Object> way, Object... more) {
        List<Object> longer = new ArrayList<>(way);
        longer.addAll(List.of(more));
        return longer;
    }
}
