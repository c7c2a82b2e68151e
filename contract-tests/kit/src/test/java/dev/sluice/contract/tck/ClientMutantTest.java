package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.tck.scripted.ClientFault;
import dev.sluice.contract.tck.scripted.ScriptedClient;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Verdict;
import dev.sluice.contract.tck.stage.Verdict.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each wrong client is found by the rule that is meant to find it, for the right reason; where {@code CI} is set, no other rule fails. */
final class ClientMutantTest {
    private static final boolean WHOLE_MATRIX = Boolean.getBoolean("sluice.matrix");
    private static final int STOCHASTIC_TRIES = 3;

    private static final ExecutorService PLAYERS = Executors.newFixedThreadPool(3);

    /** What the kit must say of a wrong client. */
    record Expected(String rule, String reason) {}

    @AfterAll
    static void end() {
        PLAYERS.shutdownNow();
    }

    private static Map<ClientFault, Expected> mutants() {
        Map<ClientFault, Expected> mutants = new LinkedHashMap<>();
        mutants.put(ClientFault.IGNORES_LEASE, new Expected("11.1", "submissions arrived under 5 credits"));
        mutants.put(ClientFault.OWN_BACKOFF_WINS, new Expected("11.2", " the next attempt came "));
        mutants.put(
                ClientFault.RETRIES_NEGATIVE_PUSHBACK,
                new Expected("11.2", "after a negative pushback there were 3 more attempts"));
        mutants.put(ClientFault.LINEAR_BACKOFF, new Expected("11.3", " ms, below "));
        mutants.put(ClientFault.ZERO_DELAY, new Expected("11.3", " ms, below "));
        mutants.put(ClientFault.NO_JITTER, new Expected("11.4", " are distinct at 10 ms, fewer than 12"));
        mutants.put(ClientFault.NO_BUDGET, new Expected("11.5", "made 500 submissions, not 104"));
        mutants.put(ClientFault.NEW_ID_PER_RETRY, new Expected("11.6", "items were sent under "));
        mutants.put(
                ClientFault.DEADLINE_RESET, new Expected("11.6", "the deadline of attempt 2 is 60000, after 60000"));
        mutants.put(ClientFault.ATTEMPT_STAYS, new Expected("11.6", "submission 2 of an item has the attempt 1"));
        mutants.put(ClientFault.RETRIES_EVERYTHING, new Expected("11.6", "after 400 there were 3 more attempts"));
        mutants.put(
                ClientFault.STALE_IS_UNLIMITED, new Expected("11.7", " submissions were outstanding under an expired"));
        return mutants;
    }

    @Test
    void everyFaultHasItsMutantAndEveryRuleToo() {
        assertThat(mutants().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ClientFault.values())
                        .filter(fault -> fault != ClientFault.NONE)
                        .toList());
        assertThat(mutants().values().stream().map(Expected::rule))
                .containsAll(ClientTck.rules(RuleFilter.all()).stream()
                        .map(RuleText::id)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aCorrectClientPassesEveryRule() {
        List<Future<RuleResult>> results = new ArrayList<>();
        for (RuleText rule : ClientTck.rules(RuleFilter.all())) {
            results.add(PLAYERS.submit(() -> play(ClientFault.NONE, rule.id())));
        }
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(
                        "a rule",
                        () -> assertThat(result.get())
                                .satisfies(one -> assertThat(one.verdict())
                                        .as(TextReport.explain(one))
                                        .isEqualTo(Verdict.pass()))));
    }

    @TestFactory
    Stream<DynamicTest> everyWrongClientIsFoundByItsRuleForItsReason() {
        Map<ClientFault, List<Future<RuleResult>>> matrix = new LinkedHashMap<>();
        mutants().forEach((fault, expected) -> {
            List<Future<RuleResult>> row = new ArrayList<>();
            for (RuleText rule : ClientTck.rules(WHOLE_MATRIX ? RuleFilter.all() : RuleFilter.only(expected.rule()))) {
                row.add(PLAYERS.submit(() -> play(fault, rule.id())));
            }
            matrix.put(fault, row);
        });
        return matrix.entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(row.getKey().toString(), () -> judge(row.getKey(), row.getValue())));
    }

    private static void judge(ClientFault fault, List<Future<RuleResult>> row) throws Exception {
        Expected expected = Objects.requireNonNull(mutants().get(fault));
        for (Future<RuleResult> cell : row) {
            RuleResult result = cell.get();
            if (result.rule().id().equals(expected.rule())) {
                assertThat(result.verdict().outcome())
                        .as(TextReport.explain(result))
                        .isEqualTo(Outcome.FAIL);
                assertThat(result.verdict().reason()).contains(expected.reason());
            } else if (!alsoBreaks(fault, result.rule().id())) {
                assertThat(result.verdict().outcome())
                        .as(TextReport.explain(result))
                        .isNotEqualTo(Outcome.FAIL);
            }
        }
    }

    /** Whoever tries again after everything also does so after a refusal that is not retryable; without a delay there is no jitter. */
    private static boolean alsoBreaks(ClientFault fault, String rule) {
        return switch (fault) {
            case RETRIES_EVERYTHING -> rule.equals("11.2");
            case ZERO_DELAY -> rule.equals("11.4") || rule.equals("11.6");
            default -> false;
        };
    }

    /** A stochastic rule can miss a fault on a busy machine: it is played up to three times. */
    private static RuleResult play(ClientFault fault, String rule) {
        boolean stochastic = fault == ClientFault.NO_JITTER && rule.equals("11.4");
        RuleResult result = once(fault, rule);
        for (int i = 1; i < STOCHASTIC_TRIES && stochastic; i++) {
            result = result.verdict().outcome() == Outcome.FAIL ? result : once(fault, rule);
        }
        return result;
    }

    private static RuleResult once(ClientFault fault, String rule) {
        ClientCommand command = ClientCommand.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedClient.class.getName(),
                fault.name());
        return ClientTck.run(command, RuleFilter.only(rule), Profile.quick(), 7, RunListener.SILENT)
                .results()
                .get(0);
    }
}
